package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import org.junit.jupiter.api.Test;

class CompressionTest {
    @Test
    void whatIsStoredIsWhatTheStepCompressed() {
        CompressionRun run =
                CompressionRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.end().lastLine()).isEqualTo("measurement 99999");
        assertThat(run.end().compressedData().length).isLessThan(run.end().originalLength() / 4);
        assertThat(run.end().task().artifact("compressedData").sha())
                .isEqualTo(run.start().task().artifact("compressedData").sha());
    }
}
