package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtifactExampleTest {
    @Test
    void everyFieldThatAStepAssignsIsAnArtifact() {
        ArtifactExampleRun run =
                ArtifactExampleRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.start().rawData()).containsExactly(1, 2, 3, 4, 5);
        assertThat(run.end().model()).isEqualTo(Map.of("weights", List.of(0.5, 0.3, 0.2)));
        assertThat(run.end().accuracy()).isEqualTo(0.95);
        assertThat(run.end().metadata()).isEqualTo(Map.of("version", "1.0", "date", "2024-01-01"));
    }

    @Test
    void aStepThatOnlyReadsPassesOnTheSameVersion() {
        ArtifactExampleRun run =
                ArtifactExampleRunner.builder().datastore(Datastore.inMemory()).run();

        for (String artifact : List.of("rawData", "model", "accuracy", "metadata")) {
            assertThat(run.end().task().artifact(artifact).sha())
                    .as(artifact)
                    .isEqualTo(run.start().task().artifact(artifact).sha());
        }
    }
}
