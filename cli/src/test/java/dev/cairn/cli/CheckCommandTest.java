package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a flow before it runs, and what a resume would do. */
class CheckCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;

    @BeforeEach
    void openConsole() {
        console = new Console(clock).in(directory.resolve("store"));
    }

    private String stored() {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"));
                Stream<RunRecord> runs = datastore.runs().list(RunQuery.flow("Sums"));
                Stream<?> blobs = datastore.blobs().list()) {
            return runs.toList() + " and " + blobs.count() + " blobs";
        }
    }

    @Test
    void ofAFlowThatNeverRan() {
        assertThat(console.type(flow, "check", "--factor", "3")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                flow Sums
                  graph       4 steps, checked when it was compiled
                  parameters  ok
                  datastore   file:%s, does not exist yet: the first run makes it
                  code        can be compared when a run is resumed
                """.formatted(directory.resolve("store")));
        assertThat(directory.resolve("store")).doesNotExist();
    }

    @Test
    void ofParametersThatDoNotFit() {
        assertThat(console.type(flow, "check", "--factor", "three")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("--factor cannot be `three`: ");
        assertThat(console.type(flow, "check", "--faktor", "3")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void ofAResume() {
        String bad = sums.run(directory.resolve("store"), 13);
        String before = stored();

        assertThat(console.type(flow, "check", "--resume")).as(console.err()).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                flow Sums
                  graph       4 steps, checked when it was compiled
                  parameters  ok
                  datastore   file:%s, can be read
                  code        can be compared when a run is resumed

                resume of run Sums/%s
                  parameter `factor` keeps the value that it had in run Sums/%s, which is not its default
                  start: 1 task reused
                  work: 2 of 3 tasks reused, 1 runs: not finished
                  join: had not run
                  end: had not run
                """.formatted(directory.resolve("store"), bad, bad));
        assertThat(console.type(flow, "check", bad, "--factor", "2")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).endsWith("""
                resume of run Sums/%s
                  start: runs again: parameter `factor` changed
                  work: runs again: a step before it runs
                  join: had not run
                  end: had not run
                """.formatted(bad));
        assertThat(console.type(flow, "check", bad, "--from-step", "work", "--json"))
                .isEqualTo(ExitStatus.OK);
        assertThat(ParsedJson.at(console.out(), "resume", "origin")).isEqualTo("Sums/" + bad);
        assertThat(ParsedJson.at(console.out(), "resume", "steps", 0, "reused")).isEqualTo(1);
        assertThat(ParsedJson.at(console.out(), "resume", "steps", 1, "text"))
                .isEqualTo("runs again: the resume begins there");
        assertThat(ParsedJson.at(console.out(), "unseen")).isEqualTo(List.of());
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whatAResumeWouldRefuse() {
        assertThat(console.type(flow, "check", "--resume")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("there is no datastore at `file:");

        String good = sums.run(directory.resolve("store"), 2);
        assertThat(console.type(flow, "check", good)).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .startsWith("run Sums/" + good + " succeeded, and nothing that its tasks depend on changed since");
    }

    @Test
    void aRunThatDiedIsNotEnded() {
        String id = sums.run(directory.resolve("store"), 13);
        RunRecord died;
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            RunRecord bad = datastore.runs().find(new RunId(id)).orElseThrow();
            died = RunRecord.builder(
                            RunId.next(clock.clock()),
                            "Sums",
                            Flow.class.getName(),
                            clock.instant().minusSeconds(60))
                    .artifacts(bad.artifacts())
                    .fingerprints(bad.fingerprints())
                    .build();
            datastore.runs().create(died);
        }

        assertThat(console.type(flow, "check", died.id().value()))
                .as(console.err())
                .isEqualTo(ExitStatus.OK);

        assertThat(console.out()).contains("  start: runs: not finished\n");
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            assertThat(datastore.runs().find(died.id()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        }
    }

    @Test
    void theLauncherNamesTheFlow() {
        assertThat(console.type(List.of(flow), "check", "Sums")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("flow Sums\n");
    }
}
