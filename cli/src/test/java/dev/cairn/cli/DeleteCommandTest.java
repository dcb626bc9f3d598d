package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code delete}: what it prints and deletes. */
class DeleteCommandTest {
    @TempDir
    private Path parent;

    private Path directory;
    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String first;
    private String second;

    @BeforeEach
    void runTwice() {
        directory = parent.resolve("store");
        console = new Console(clock).in(directory);
        first = sums.run(directory, 2);
        second = sums.run(directory, 2);
    }

    @Test
    void deletesWhatIsNamed() {
        assertThat(console.type(flow, "delete", first, "Sums/" + second)).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("Deleted run Sums/" + first + ".\nDeleted run Sums/" + second + ".\n");
        console.type(flow, "list");
        assertThat(console.out()).isEqualTo("There is no run of flow `Sums` in file:" + directory + ".\n");
    }

    @Test
    void deletesARunThatIsNamedTwiceOnce() {
        assertThat(console.type(flow, "delete", "latest", second, "Sums/" + second))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("Deleted run Sums/" + second + ".\n");
        console.type(flow, "list");
        assertThat(console.out()).contains(first).doesNotContain(second);
    }

    @Test
    void printsJson() {
        assertThat(console.type(flow, "delete", first, second, "--json")).isEqualTo(ExitStatus.OK);
        assertThat(ParsedJson.of(console.out()))
                .isEqualTo(Map.of(
                        "datastore",
                        "file:" + directory,
                        "runs",
                        List.of(
                                Map.of("pathspec", "Sums/" + first, "result", "deleted"),
                                Map.of("pathspec", "Sums/" + second, "result", "deleted"))));
    }

    @Test
    void deletesNothingIfOneIsNotThere() {
        assertThat(console.type(flow, "delete", first, "20261123T120000000-aaaaaaaa"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.type(flow, "delete", first, second + "/start")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`" + second + "/start` does not name a run.");
        console.type(flow, "list");
        assertThat(console.out()).contains(first, second);
    }

    @Test
    void refusesARunThatIsAlive() {
        RunRecord alive = RunRecord.builder(RunId.next(Clock.systemUTC()), "Sums", Flow.class.getName(), Instant.now())
                .heartbeatAt(Instant.now())
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            datastore.runs().create(alive);
        }

        assertThat(console.type(flow, "delete", alive.id().value())).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("run Sums/" + alive.id()
                        + " is still running, so it cannot be deleted. Stop its process, or wait"
                        + " until the run has ended.\n");
        console.type(flow, "list");
        assertThat(console.out()).contains(alive.id().value());
    }

    @Test
    void stopsARunThatIsAlive() {
        RunRecord alive = RunRecord.builder(
                        RunId.next(Clock.systemUTC()), "Sums", Flow.class.getName(), clock.instant())
                .build();
        RunRecord died = RunRecord.builder(
                        RunId.next(Clock.systemUTC()),
                        "Sums",
                        Flow.class.getName(),
                        clock.instant().minusSeconds(60))
                .build();
        RunRecord silent = RunRecord.builder(
                        RunId.next(Clock.systemUTC()),
                        "Sums",
                        Flow.class.getName(),
                        clock.instant().minusSeconds(14))
                .build();
        RunRecord remote = RunRecord.builder(
                        RunId.next(Clock.systemUTC()),
                        "Sums",
                        Flow.class.getName(),
                        clock.instant().minusSeconds(90))
                .attributes(Map.of(RunAttributes.ENGINE, "nowhere://host/flows"))
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            datastore.runs().create(remote);
            datastore.runs().create(alive);
            datastore.runs().create(died);
            datastore.runs().create(silent);
        }

        assertThat(console.type(flow, "stop", alive.id().value())).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo("Asked run Sums/" + alive.id() + " to stop. Its process sees that within 10 seconds.\n");
        assertThat(console.type(flow, "stop", silent.id().value())).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo(
                        "Asked run Sums/" + silent.id()
                                + " to stop. But its process seems to be dead: its last sign of life is 14 seconds old, and one is due"
                                + " every 10. After 30 seconds the run counts as died; then `resume` goes on where it ended.\n");
        assertThat(console.type(flow, "stop", remote.id().value())).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo("Asked run Sums/" + remote.id()
                        + " to stop. But no worker of its engine nowhere://host/flows has"
                        + " given a sign of life for 90 seconds: it stops when one comes.\n");
        console.type(flow, "list");
        assertThat(console.out().lines())
                .anyMatch(line -> line.contains(remote.id().value()) && line.contains("unknown"));
        assertThat(console.type(flow, "stop", first)).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("Run Sums/" + first + " has ended already.\n");
        assertThat(console.type(flow, "stop", died.id().value())).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo("Run Sums/" + died.id()
                        + " has died already: its process gives no sign of life. `resume` goes on where it ended.\n");
        assertThat(console.type(flow, "stop", first + "/start")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`" + first + "/start` does not name a run.");
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            assertThat(datastore.runs().find(alive.id()).orElseThrow().stopRequestedAt())
                    .isNotNull();
            assertThat(datastore.runs().find(died.id()).orElseThrow().stopRequestedAt())
                    .isNull();
        }
    }
}
