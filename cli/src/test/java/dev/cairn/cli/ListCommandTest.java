package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.StepDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code list}: what it prints. */
class ListCommandTest {
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
        first = sums.run(directory, 2, "nightly", "good");
        second = sums.run(directory, 13, "nightly");
    }

    @Test
    void newestRunIsFirst() {
        assertThat(console.type(flow, "list")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                run                               status     started                      took  tags
                Sums/%s  failed     2026-11-23 12:00:04 +00:00  5.5 s  nightly
                Sums/%s  succeeded  2026-11-23 12:00:00 +00:00  4.6 s  good, nightly
                """.formatted(second, first));
        assertThat(console.err()).isEmpty();
    }

    @Test
    void aRenamedFlowListsAndShowsItsOldRuns() {
        TestFlow<Flow> renamed = TestFlow.of("Totals", Flow.class, Flow::new)
                .formerNames("Sums")
                .step(StepDefinition.end("end"), (flow, task) -> {})
                .build();

        assertThat(console.type(renamed, "list", "--tag", "good")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                run                               status     started                      took  tags
                Sums/%s  succeeded  2026-11-23 12:00:00 +00:00  4.6 s  good, nightly
                """.formatted(first));
        console = new Console(clock).in(directory);
        assertThat(console.type(renamed, "show", first)).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("run Sums/" + first);
        console = new Console(clock).in(directory);
        assertThat(console.type(renamed, "show", "latest")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("run Sums/" + second);
    }

    @Test
    void tagsChooseRuns() {
        console.type(flow, "list", "--tag", "nightly", "--tag", "good");

        assertThat(console.out()).isEqualTo("""
                run                               status     started                      took  tags
                Sums/%s  succeeded  2026-11-23 12:00:00 +00:00  4.6 s  good, nightly
                """.formatted(first));
    }

    @Test
    void whereItCutsItSaysSo() {
        console.type(flow, "list", "--limit", "1");

        assertThat(console.out()).isEqualTo("""
                run                               status  started                      took  tags
                Sums/%s  failed  2026-11-23 12:00:04 +00:00  5.5 s  nightly
                There are older runs: --limit <number> shows more than 1.
                """.formatted(second));
    }

    @Test
    void whereThereAreNoMoreItDoesNotCut() {
        console.type(flow, "list", "--limit", "2");

        assertThat(console.out()).doesNotContain("older runs").hasLineCount(3);
    }

    @Test
    void jsonHasTheSame() {
        assertThat(console.type(flow, "list", "--limit", "1", "--json")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                {
                  "datastore": "file:%s",
                  "runs": [ {
                    "pathspec": "Sums/%s",
                    "flow": "Sums",
                    "run": "%s",
                    "status": "failed",
                    "startedAt": "2026-11-23T12:00:04.600Z",
                    "finishedAt": "2026-11-23T12:00:10.100Z",
                    "seconds": 5.5,
                    "tags": [ "nightly" ]
                  } ],
                  "more": true
                }
                """.formatted(directory, second, second));
    }

    @Test
    void launcherListsTheRunsOfAllFlowsAlsoWithoutTheirCode() {
        assertThat(console.type(List.of(), "list")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).contains("Sums/" + first, "Sums/" + second);
        String all = console.out();

        console.type(List.of(), "list", "Sums");
        assertThat(console.out()).isEqualTo(all);
    }

    @Test
    void noRunIsSaid() {
        assertThat(console.type(flow, "list", "--tag", "weekly")).isEqualTo(ExitStatus.OK);

        assertThat(console.out())
                .isEqualTo("There is no run of flow `Sums` with tag `weekly` in file:" + directory + ".\n");
    }

    @Test
    void unknownFlowIsNamedWithWhatMayHaveBeenMeant() {
        assertThat(console.type(List.of(), "list", "Smus")).isEqualTo(ExitStatus.USAGE);

        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .isEqualTo("there is no run of flow `Smus` in file:" + directory + ". Did you mean `Sums`?\n");
    }

    @Test
    void limitIsAPositiveNumber() {
        assertThat(console.type(flow, "list", "--limit", "0")).isEqualTo(ExitStatus.USAGE);

        assertThat(console.err()).isEqualTo("--limit must be a whole number, at least 1, but is `0`.\n");
    }

    @Test
    void datastoreThatIsNotThereIsNotMade() {
        Path none = parent.resolve("none");
        assertThat(console.type(flow, "list", "--datastore", "file:" + none)).isEqualTo(ExitStatus.USAGE);

        assertThat(console.err())
                .isEqualTo("there is no datastore at `file:" + none
                        + "`: nothing has been run there. Name another one with --datastore.\n");
        assertThat(Files.exists(none)).isFalse();
    }
}
