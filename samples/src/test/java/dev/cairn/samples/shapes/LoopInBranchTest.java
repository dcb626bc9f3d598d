package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import org.junit.jupiter.api.Test;

class LoopInBranchTest extends OnEachStore {
    @Test
    void theJoinGetsTheLastIteration() {
        LoopInBranchRun run = LoopInBranchRunner.builder().datastore(datastore).run();

        assertThat(run.end().skill()).isEqualTo(41);
        assertThat(run.end().diary()).containsExactly("prepare", "train 0", "train 1", "train 2", "train 3");
        assertThat(run.end().result()).isEqualTo("false, played 12");
        assertThat(run.join().task().parents()).extracting(Task::id).containsExactly("examine#3", "play");
    }

    @Test
    void allStepsOfTheLoopCountItsIterations() {
        LoopInBranchRun run = LoopInBranchRunner.builder().datastore(datastore).run();

        assertThat(run.trainIterations()).extracting(train -> train.skill()).containsExactly(3, 6, 15, 42);
        assertThat(run.restIterations()).extracting(rest -> rest.skill()).containsExactly(2, 5, 14, 41);
        assertThat(run.restIterations().get(1).task().id()).isEqualTo("rest#1");
        assertThat(run.prepare().task().id()).isEqualTo("prepare");
        assertThat(run.train().skill()).isEqualTo(42);
        assertThat(run.ran(LoopInBranchRun.Step.GIVE_UP)).isFalse();
    }
}
