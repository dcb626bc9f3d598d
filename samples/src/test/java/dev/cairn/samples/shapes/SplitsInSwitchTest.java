package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import dev.cairn.samples.shapes.SplitsInSwitchRun.Step;
import org.junit.jupiter.api.Test;

class SplitsInSwitchTest extends OnEachStore {
    @Test
    void theForeach() {
        SplitsInSwitchRun run = run("each");

        assertThat(run.end().sum()).isEqualTo(28);
        assertThat(run.work()).extracting(work -> work.square()).containsExactly(1, 4, 9);
        assertThat(run.finish().task().parents()).extracting(Task::id).containsExactly("gather");
        assertThat(run.ran(Step.FORK)).isFalse();
    }

    @Test
    void theStaticSplit() {
        SplitsInSwitchRun run = run("both");

        assertThat(run.end().sum()).isEqualTo(60);
        assertThat(run.finish().task().parents()).extracting(Task::id).containsExactly("meet");
        assertThat(run.work()).isEmpty();
    }

    @Test
    void neither() {
        SplitsInSwitchRun run = run("else");

        assertThat(run.end().sum()).isEqualTo(-2);
        assertThat(run.finish().task().parents()).extracting(Task::id).containsExactly("start");
    }

    private SplitsInSwitchRun run(String mode) {
        return SplitsInSwitchRunner.builder().mode(mode).datastore(datastore).run();
    }
}
