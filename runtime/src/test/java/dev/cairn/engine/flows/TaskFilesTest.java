package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.NoSuchFileKeyException;
import dev.cairn.runtime.TaskFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the tasks of a run put and read. */
class TaskFilesTest {
    private final Datastore datastore = Datastore.inMemory();

    @TempDir
    Path directory;

    @Test
    void laterTaskReadsWhatAnEarlierPut() {
        Run run = run(
                (flow, task) -> task.context()
                        .files()
                        .put("data", output -> output.write("hello".getBytes(StandardCharsets.UTF_8))),
                (flow, task) -> {
                    try (InputStream content = task.context().files().open("data")) {
                        flow.text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                    }
                    flow.value = task.context().files().size("data");
                });

        assertThat(run.step("end").task().artifact("text").value()).isEqualTo("hello");
        assertThat(run.step("end").task().artifact("value").value()).isEqualTo(5L);
    }

    @Test
    void lastContentOfAKeyCounts() throws IOException {
        Run run = run(
                (flow, task) -> put(task.context().files(), "data", "first"),
                (flow, task) -> put(task.context().files(), "data", "second"));

        assertThat(read(run, "data")).isEqualTo("second");
        assertThat(run.files().keys()).containsExactly("data");
    }

    @Test
    void filesOfTheDiskGoInAndOut() throws IOException {
        Path source = Files.writeString(directory.resolve("source"), "content");
        Path target = Files.writeString(directory.resolve("target"), "something longer that was there before");
        Run run = run(
                (flow, task) -> task.context().files().put("copy", source),
                (flow, task) -> task.context().files().copyTo("copy", target));

        assertThat(target).hasContent("content");
        assertThat(run.files().has("copy")).isTrue();
        assertThat(run.files().has("other")).isFalse();
    }

    @Test
    void missingFileOfTheDiskIsTheStepsOwnFailure() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> run(
                        (flow, task) -> task.context().files().put("copy", directory.resolve("none")),
                        (flow, task) -> {}));

        assertThat(failure.getCause()).isExactlyInstanceOf(NoSuchFileException.class);
    }

    @Test
    void unknownKey() {
        Run run = run((flow, task) -> put(task.context().files(), "measurements", "x"), (flow, task) -> {});

        assertThatThrownBy(() -> run.files().open("measurement"))
                .isExactlyInstanceOf(NoSuchFileKeyException.class)
                .hasMessage("run " + run.pathspec() + " has no file `measurement`. Did you mean `measurements`?");
        assertThatThrownBy(() -> run.files().size("\u001b[31m"))
                .hasMessage("run " + run.pathspec() + " has no file `\\u001b[31m`.");
    }

    @Test
    void keysThatAreNone() {
        run(
                (flow, task) -> {
                    TaskFiles files = task.context().files();
                    assertThatThrownBy(() -> put(files, "", "x"))
                            .hasMessage("the key of a file must have 1 to 1000 characters, but has 0");
                    assertThatThrownBy(() -> put(files, "x".repeat(1001), "x"))
                            .hasMessage("the key of a file must have 1 to 1000 characters, but has 1001");
                    assertThatThrownBy(() -> put(files, "\ud800", "x"))
                            .hasMessage("the key of a file must be text, but half of a surrogate pair is not");
                },
                (flow, task) -> {});
    }

    @Test
    void contentThatFailsLeavesWhatWasThere() throws IOException {
        Run run = run((flow, task) -> put(task.context().files(), "data", "first"), (flow, task) -> {
            assertThatThrownBy(() -> task.context().files().put("data", output -> {
                        output.write(1);
                        throw new IOException("the sensor is gone");
                    }))
                    .isExactlyInstanceOf(DatastoreException.class)
                    .hasMessage("the content of a blob could not be produced: the sensor is gone");
        });

        assertThat(read(run, "data")).isEqualTo("first");
    }

    @Test
    void everyRunHasFilesOfItsOwn() {
        Run first = run((flow, task) -> put(task.context().files(), "data", "x"), (flow, task) -> {});
        Run second = run((flow, task) -> {}, (flow, task) -> {});

        assertThat(first.files().keys()).containsExactly("data");
        assertThat(second.files().keys()).isEmpty();
    }

    @Test
    void stepReadsAnotherRunOnItsDatastore() {
        Run first = run((flow, task) -> flow.text = "from another run", (flow, task) -> {});
        Run second = run(
                (flow, task) ->
                        flow.text = String.valueOf(Cairn.open(task.context().datastore())
                                .run(first.pathspec())
                                .step("start")
                                .task()
                                .artifact("text")
                                .tree()),
                (flow, task) -> {});

        assertThat(second.step("end").task().artifact("text").value()).isEqualTo("\"from another run\"");
    }

    @Test
    void stepCannotDeleteARun() {
        Run first = run((flow, task) -> {}, (flow, task) -> {});
        RunId id = new RunId(first.id());

        assertThatThrownBy(() ->
                        run((flow, task) -> task.context().datastore().runs().delete(id), (flow, task) -> {}))
                .isInstanceOf(FlowFailedException.class)
                .cause()
                .isInstanceOf(DatastoreException.class)
                .message()
                .matches("task Files/.*/start cannot delete a run: the datastore of a task is read-only\\. Open your"
                        + " own:"
                        + " `Datastore\\.of\\(task\\.datastore\\(\\)\\.url\\(\\)\\)`\\.");
        assertThat(first.step("start").task().finished()).isTrue();
    }

    static void put(TaskFiles files, String key, String content) {
        files.put(key, output -> output.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    static String read(Run run, String key) throws IOException {
        try (InputStream content = run.files().open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Run run(Body<Numbers> start, Body<Numbers> end) {
        return TestRun.of(Numbers.flow("Files")
                        .step(linear("start", "end"), start)
                        .step(end("end"), end)
                        .build())
                .datastore(datastore)
                .run();
    }
}
