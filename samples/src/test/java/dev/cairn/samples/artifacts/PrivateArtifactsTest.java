package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.DataArtifact;
import dev.cairn.datastore.Datastore;
import dev.cairn.samples.artifacts.PrivateArtifactsArtifacts.Name;
import org.junit.jupiter.api.Test;

class PrivateArtifactsTest {
    @Test
    void privateFieldsLiveForOneTask() {
        PrivateArtifactsRun run =
                PrivateArtifactsRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.end().importantData()).isEqualTo("saved, and not \"not saved\"");
        assertThat(run.end().length()).isEqualTo(26);
    }

    @Test
    void privateFieldsAreNoArtifacts() {
        PrivateArtifactsRun run =
                PrivateArtifactsRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(Name.values()).extracting(Name::toString).containsExactly("importantData", "length");
        assertThat(run.start().task().artifacts())
                .extracting(DataArtifact::name)
                .doesNotContain("scratch", "_tempData")
                .contains("importantData");
    }
}
