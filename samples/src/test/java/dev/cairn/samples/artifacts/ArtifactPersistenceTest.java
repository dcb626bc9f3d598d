package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import org.junit.jupiter.api.Test;

class ArtifactPersistenceTest {
    private final Datastore datastore = Datastore.inMemory();

    @Test
    void artifactsOutliveTheRun() {
        String id = run(3).id();
        run(5);

        assertThat(ArtifactPersistenceRun.of(id, datastore).end().data()).containsExactly(1, 2, 3);
        assertThat(ArtifactPersistenceRun.latest(datastore).end().data()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void equalValuesAreOneVersion() {
        String four = run(4).end().task().artifact("data").sha();

        assertThat(run(4).end().task().artifact("data").sha()).isEqualTo(four).hasSize(64);
        assertThat(run(5).end().task().artifact("data").sha()).isNotEqualTo(four);
    }

    private ArtifactPersistenceRun run(int size) {
        return ArtifactPersistenceRunner.builder()
                .size(size)
                .datastore(datastore)
                .run();
    }
}
