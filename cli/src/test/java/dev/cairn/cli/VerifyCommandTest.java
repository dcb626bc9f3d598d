package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify}: what it prints, and its exit status. */
class VerifyCommandTest {
    @TempDir
    private Path parent;

    private Path directory;
    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String run;

    @BeforeEach
    void run() {
        directory = parent.resolve("store");
        console = new Console(clock).in(directory);
        run = sums.run(directory, 2);
    }

    @Test
    void aSoundStore() {
        assertThat(console.type(flow, "verify")).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .matches("Read 1 run, [0-9]+ attempts and [0-9]+ values? \\(.*\\) in file:" + directory
                        + ": no problem found.\n");
        assertThat(console.type(flow, "verify", "--repair")).isEqualTo(ExitStatus.OK);
    }

    @Test
    void aStoreThatLostSomething() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM task WHERE number = 1");
        }

        assertThat(console.type(flow, "verify")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.out())
                .startsWith("run Sums/" + run + ": ")
                .endsWith(" in file:" + directory + ": 1 problem found.\n");
        assertThat(console.type(flow, "verify", "--json")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.out()).contains("\"where\": \"run Sums/" + run + "\"");
    }

    @Test
    void aStoreThatLostOutputOfARun() throws SQLException {
        RunId id = new RunId(run);
        LogLine line = new LogLine(clock.instant(), LogLine.Stream.OUT, "from a pool");
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            datastore.runs().log(id, TaskId.RUN, 0, List.of(line));
            datastore.runs().log(id, TaskId.RUN, 0, List.of(line));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM log WHERE step = '_' AND part = 0");
        }

        assertThat(console.type(flow, "verify")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.out())
                .startsWith("the output of Sums/" + run + ": ")
                .contains("the output of the run that belongs to no task is damaged: some of it is missing")
                .endsWith(" in file:" + directory + ": 1 problem found.\n");
    }

    @Test
    void aBackup() {
        Path copy = parent.resolve("copy");
        assertThat(console.type(flow, "backup", copy.toString())).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("Copied file:" + directory + " to file:" + copy + ".\n");
        assertThat(console.type(flow, "verify", "--datastore", "file:" + copy)).isEqualTo(ExitStatus.OK);
        assertThat(console.type(flow, "backup", copy.toString())).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("`" + copy + "` is not empty. Name a new or an empty directory for the backup.\n");
    }
}
