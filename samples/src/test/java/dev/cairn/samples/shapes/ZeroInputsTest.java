package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import org.junit.jupiter.api.Test;

class ZeroInputsTest {
    @Test
    void aMergeOfNothingPassesOnWhatTheSplitTaskHad() {
        ZeroInputsRun run =
                ZeroInputsRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.measure()).isEmpty();
        assertThat(run.end().inputCount()).isZero();
        assertThat(run.end().kept()).isEqualTo("from before the split");
        assertThat(run.end().items()).isEmpty();
    }
}
