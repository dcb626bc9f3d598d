package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitInForeachInSplitTest extends OnEachStore {
    @Test
    void everyJoinClosesItsOwnSplit() {
        SplitInForeachInSplitRun run =
                SplitInForeachInSplitRunner.builder().datastore(datastore).run();

        assertThat(run.add()).extracting(add -> add.sum()).containsExactly(5, 10, 15);
        assertThat(run.end().result()).isEqualTo("total 30");
    }
}
