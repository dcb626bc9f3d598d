package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @TempDir
    Path directory;

    @Test
    void aVersionIsMadeWhereTheValueChangesAndNowhereElse() {
        LifecycleRun run =
                LifecycleRunner.builder().datastore(Datastore.inMemory()).run();

        String created = run.start().task().artifact("events").sha();
        String changed = run.change().task().artifact("events").sha();
        assertThat(run.read().task().artifact("events").sha()).isEqualTo(created);
        assertThat(changed).isNotEqualTo(created);
        assertThat(run.end().task().artifact("events").sha()).isEqualTo(changed);
        assertThat(run.start().events()).containsExactly("created");
        assertThat(run.end().events()).containsExactly("created", "changed in place");
    }

    @Test
    void itOutlivesTheProcess() {
        String url = "file:" + directory.resolve("store");
        String id;
        try (Datastore datastore = Datastore.of(url)) {
            id = LifecycleRunner.builder().datastore(datastore).run().id();
        }

        try (Datastore datastore = Datastore.of(url)) {
            assertThat(LifecycleRun.of(id, datastore).end().events()).containsExactly("created", "changed in place");
        }
    }
}
