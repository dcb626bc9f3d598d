package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the datastore is that a command is given, it says so in a sentence, and leaves it as it is. */
class BadDatastoreTest {
    @TempDir
    private Path parent;

    private final FakeClock clock = new FakeClock();
    private final TestFlow<Flow> flow = new Sums(clock).flow();
    private final Console console = new Console(clock);

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "show latest", "dump latest/end"})
    void aFile(String command) throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "mine");

        assertThat(type(command, "file:" + file)).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("`" + file + "` is a file, but a datastore is a directory. Name another one.\n");
        assertThat(console.out()).isEmpty();
        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "show latest", "dump latest/end"})
    void aDirectoryOfSomethingElse(String command) throws IOException {
        Files.writeString(parent.resolve("thesis.tex"), "mine");

        assertThat(type(command, "file:" + parent)).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo(
                        "`" + parent + "` is not a Cairn datastore: it has other files, but no `store.db`. Name a new"
                                + " or an empty directory.\n");
        assertThat(parent).isDirectoryContaining("glob:**/thesis.tex");
        try (Stream<Path> files = Files.list(parent)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "show latest", "dump latest/end"})
    void aDatastoreOfANewerVersion(String command) throws SQLException {
        Path directory = parent.resolve("store");
        String run = new Sums(clock).run(directory, 2);
        setVersion(directory, 4);

        assertThat(type(command, "file:" + directory)).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("the datastore `" + directory
                        + "` was created by a newer version of Cairn: it has format 4, but this version supports formats"
                        + " up to 3. Upgrade Cairn, or use another directory.\n");

        setVersion(directory, 2);
        assertThat(type("list", "file:" + directory)).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).contains("Sums/" + run).hasLineCount(2);
    }

    private static void setVersion(Path directory, int version) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = " + version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "show latest", "dump latest/end"})
    void aUrlOfNoKnownKind(String command) {
        assertThat(type(command, "tape:x")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("`tape:x` is not a datastore. Use one of: file:, memory:\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show latest", "dump latest/end"})
    void noneAtAll(String command) throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));

        for (String url : new String[] {"memory:", "file:" + parent.resolve("none"), "file:" + empty}) {
            assertThat(type(command, url)).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err())
                    .isEqualTo("there is no datastore at `" + url
                            + "`: nothing has been run there. Name another one with --datastore.\n");
        }
        assertThat(empty).isEmptyDirectory();
        assertThat(parent.resolve("none")).doesNotExist();
    }

    @Test
    void aDirectoryThatIsNotWritable() {
        Path directory = parent.resolve("store");
        String run = new Sums(clock).run(directory, 2);
        assumeThat(directory.toFile().setWritable(false)).isTrue();
        try {
            assumeThat(Files.isWritable(directory))
                    .as("root may write anywhere")
                    .isFalse();

            assertThat(type("run", "file:" + directory)).isEqualTo(ExitStatus.FAILED);
            assertThat(console.err())
                    .isEqualTo("cannot write to the datastore `" + directory
                            + "`: access is denied. Make it writable, or choose another directory.\n");
            assertThat(type("list", "file:" + directory)).isEqualTo(ExitStatus.OK);
            assertThat(console.out()).contains("Sums/" + run);
        } finally {
            assertThat(directory.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aDirectoryThatWasDeletedUnderARun() {
        Path directory = parent.resolve("store");
        TestFlow<Deleting> deleting = TestFlow.of("Deleting", Deleting.class, Deleting::new)
                .step(linear("start", "middle").access(Access.nothing()), (each, task) -> delete(directory))
                .step(linear("middle", "end").access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> {})
                .build();

        assertThat(console.type(deleting, "run", "--quiet", "--datastore", "file:" + directory))
                .isEqualTo(ExitStatus.FAILED);

        assertThat(console.out()).doesNotContain("succeeded");
        assertThat(console.err())
                .matches("task Deleting/[^/]+/(start|middle|end) failed: \\Qthe datastore `" + directory
                        + "` was deleted, or its disk detached, while it was in use. What was stored in it is lost,"
                        + " unless there is a backup.\\E\n");
        assertThat(directory).doesNotExist();
    }

    /** A flow class without artifacts. */
    static final class Deleting {}

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "show latest", "dump latest/end"})
    void aLinkThatLeadsNowhere(String command) throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), parent.resolve("nowhere"));

        assertThat(type(command, "file:" + link)).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("`" + link + "` is a symbolic link to `" + parent.resolve("nowhere")
                        + "`, which does not exist. Create that directory, or choose another one.\n");
        assertThat(parent.resolve("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list"})
    void aDirectoryThatOnlyAShellKnows(String command) {
        assertThat(type(command, "file:~/store")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("`file:~/store` names a directory called `~`, which only a shell replaces. Write the path of"
                        + " the directory, or `file:./~/store` if it really has this name.\n");
        assertThat(type(command, "file:$HOME/store")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("`file:$HOME/store` names a directory called `$HOME`, which only a shell replaces. Write the"
                        + " path of the directory, or `file:./$HOME/store` if it really has this name.\n");
        assertThat(Path.of("~")).doesNotExist();
        assertThat(Path.of("$HOME")).doesNotExist();
    }

    @Test
    void aDirectoryThatCannotBeMade() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "mine");

        assertThat(type("run", "file:" + file + "/store")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("cannot write to the datastore `" + file
                        + "/store`: Not a directory. Make it writable, or choose another directory.\n");
    }

    private int type(String command, String url) {
        return console.type(flow, (command + " --datastore " + url).split(" "));
    }
}
