package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZeroInputsTest extends OnEachStore {
    @Test
    void aMergeOfNothingPassesOnWhatTheSplitTaskHad() {
        ZeroInputsRun run = ZeroInputsRunner.builder().datastore(datastore).run();

        assertThat(run.measure()).isEmpty();
        assertThat(run.end().inputCount()).isZero();
        assertThat(run.end().kept()).isEqualTo("from before the split");
        assertThat(run.end().items()).isEmpty();
    }
}
