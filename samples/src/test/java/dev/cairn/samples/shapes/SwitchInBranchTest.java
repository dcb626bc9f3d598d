package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import dev.cairn.samples.shapes.SwitchInBranchArtifacts.JoinInputs;
import dev.cairn.samples.shapes.SwitchInBranchArtifacts.Other;
import dev.cairn.samples.shapes.SwitchInBranchArtifacts.Quick;
import dev.cairn.samples.shapes.SwitchInBranchRun.Step;
import org.junit.jupiter.api.Test;

class SwitchInBranchTest extends OnEachStore {
    @Test
    void theSwitchItselfMayLeadIntoTheJoin() {
        SwitchInBranchRun run = run(0);

        assertThat(run.end().way()).isEqualTo("nothing done, other: 4000");
        assertThat(run.end().arrived()).isEqualTo("[Decide, Other]");
        assertThat(run.end().total()).isEqualTo(4001);
        assertThat(run.join().task().parents()).extracting(Task::id).containsExactly("decide", "other");
        assertThat(run.ran(Step.QUICK)).isFalse();
    }

    @Test
    void theJoinGetsTheTaskThatArrived() {
        SwitchInBranchRun run = run(5);

        assertThat(run.end().way()).isEqualTo("quick: 20, other: 4000");
        assertThat(run.end().arrived()).isEqualTo("[Quick, Other]");
        assertThat(run.end().total()).isEqualTo(4020);
        assertThat(run.decide().task().children()).extracting(Task::id).containsExactly("quick");
    }

    @Test
    void theJoinGetsTheLastTaskOfALongWay() {
        SwitchInBranchRun run = run(50);

        assertThat(run.end().way()).isEqualTo("checked: 301, other: 4000");
        assertThat(run.end().arrived()).isEqualTo("[Check, Other]");
        assertThat(run.thorough().score()).isEqualTo(300);
    }

    @Test
    void joinIsAMethodThatATestCanCall() {
        SwitchInBranch flow = new SwitchInBranch();

        flow.join(JoinInputs.of(
                Quick.builder().score(1).build(), Other.builder().score(2).build()));

        assertThat(flow.way).isEqualTo("quick: 1, other: 2");
        assertThat(flow.total).isEqualTo(3);
    }

    private SwitchInBranchRun run(int size) {
        return SwitchInBranchRunner.builder().size(size).datastore(datastore).run();
    }
}
