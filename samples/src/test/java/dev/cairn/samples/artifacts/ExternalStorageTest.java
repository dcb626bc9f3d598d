package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import org.junit.jupiter.api.Test;

class ExternalStorageTest {
    @Test
    void theArtifactIsOnlyTheKey() {
        ExternalStorageRun run =
                ExternalStorageRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.start().dataKey()).isEqualTo("large_data");
        assertThat(run.end().lines()).isEqualTo(200_000);
        assertThat(run.start().task().artifact("dataKey").size()).isLessThan(100);
    }
}
