package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of files stay out of the way of the disk. */
class TaskFilesOnDiskTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/b", "..", " ", "\0", "%2e%2e", "日本", "file:x", "\n"})
    void anyNameIsAKeyAndNoneIsAPath(String key) throws IOException {
        try (Datastore store = Datastore.of("file:" + directory.resolve("store"))) {
            Run run = TestRun.of(Numbers.flow("Keys")
                            .step(
                                    end("start"),
                                    (flow, task) ->
                                            TaskFilesTest.put(task.context().files(), key, "content of " + key))
                            .build())
                    .datastore(store)
                    .run();

            assertThat(run.files().keys()).containsExactly(key);
            assertThat(TaskFilesTest.read(run, key)).isEqualTo("content of " + key);
        }
        try (var entries = Files.list(directory)) {
            assertThat(entries).containsExactly(directory.resolve("store"));
        }
    }
}
