package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are given short. */
class ShortNamesTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String first;
    private String second;
    private String other;

    @BeforeEach
    void runTwoFlows() {
        console = new Console(clock).in(directory);
        first = sums.run(directory, 2);
        second = sums.run(directory, 3);
        other = run("Summary");
    }

    private String run(String name) {
        TestFlow<Flow> other = TestFlow.of(name, Flow.class, Flow::new)
                .step(end("only"), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            return TestRun.of(other).datastore(datastore).clock(clock).run().id();
        }
    }

    private void assertShows(String name, String title) {
        assertThat(console.type(List.of(flow), "show", name)).as(console.err()).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith(title + "\n");
    }

    private void assertRefused(String name, String message) {
        assertThat(console.type(List.of(flow), "show", name)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo(message + "\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void launcherNeedsNoFlowWhereTheRunIsClear() {
        assertShows("latest", "run Summary/" + other);
        assertShows(first, "run Sums/" + first);
        assertShows(first.substring(19), "run Sums/" + first);
        assertShows(second.substring(19) + "/join", "step Sums/" + second + "/join -> end");
        assertShows(second.substring(19) + "/work/1/product", "artifact Sums/" + second + "/work/1/product");
    }

    @Test
    void nameOfAFlowMayBeCutWhereItIsClear() {
        assertShows("Sums/latest", "run Sums/" + second);
        assertShows("summ/latest", "run Summary/" + other);
        assertShows("Summa", "flow Summary");
        assertShows("sums", "flow Sums");
        assertRefused("Su/latest", "`Su` matches several flows: Summary, Sums. Write more of the name.");
    }

    @Test
    void whatMayMeanSeveralRunsNamesThem() {
        assertRefused(
                "2026",
                "`2026` matches several runs: Summary/" + other + ", Sums/" + second + ", Sums/" + first
                        + ". Write more of the id.");
        assertRefused(
                "Sums/2026",
                "`2026` matches several runs: Sums/" + second + ", Sums/" + first + ". Write more of the id.");
    }

    @Test
    void manyCandidatesAreNotAllNamed() {
        for (int i = 0; i < 5; i++) {
            run("Summary");
        }

        assertThat(console.type(List.of(flow), "show", "2026")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).endsWith(" and more. Write more of the id.\n");
        assertThat(console.err().split(", ")).hasSize(5);
    }

    @Test
    void allCommandsThatTakeARunTakeAShortName() {
        String tail = first.substring(19);
        for (List<String> command : List.of(
                List.of("dump", tail + "/join"),
                List.of("logs", tail),
                List.of("stop", tail),
                List.of(
                        "export",
                        tail,
                        "--to",
                        directory.resolve("runs.tar.zst").toString()),
                List.of("delete", tail))) {
            assertThat(console.type(List.of(flow), command.toArray(String[]::new)))
                    .as(command + console.err())
                    .isEqualTo(ExitStatus.OK);
        }
        assertThat(console.out()).isEqualTo("Deleted run Sums/" + first + ".\n");
    }
}
