package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no engine of other machines is on the class path; the tests of {@code engines/temporal} have one. */
class RemoteOptionsTest {
    private static final String URL = "temporal://localhost:7233/default/flows";

    @TempDir
    private Path parent;

    private Console console;

    private final TestFlow<Numbers> flow =
            Numbers.flow("Small").step(end("start"), (each, task) -> {}).build();

    @BeforeEach
    void open() {
        console = new Console(Clock.systemDefaultZone()).in(parent.resolve("store"));
    }

    @Test
    void theMissingArtifactIsNamed() {
        String message = "`" + URL + "` needs an artifact that is not on the class path: add"
                + " `dev.cairn:cairn-engine-temporal` to the dependencies.\n";

        assertThat(console.type(flow, "run", "--engine", URL)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo(message);
        assertThat(console.type(flow, "worker", "--engine", URL)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo(message);
    }

    @Test
    void anEngineMayComeFromTheEnvironment() {
        assertThat(console.with("CAIRN_RUN_ENGINE", "temporal:x").type(flow, "run"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`temporal:x` needs an artifact");
    }

    @Test
    void whatIsNoEngineIsRefused() {
        assertThat(console.type(flow, "run", "--engine", "here")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo(
                        "`here` is not the URL of an engine. Use temporal://<host>:<port>/<namespace>/<task queue>.\n");
    }

    @Test
    void aWorkerNeedsFlows() {
        assertThat(console.type(List.of(), "worker", "--engine", URL)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo(
                        "there is no flow on the class path, so there is nothing to execute. Add the jar of the flows.\n");
    }

    @Test
    void aRunOfThisProcessCannotBeDetached() {
        assertThat(console.type(flow, "run", "--detach")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("--detach needs an engine that runs tasks in other processes. Name it with --engine, such as"
                        + " --engine temporal://localhost:7233/default/flows.\n");
    }

    @Test
    void aRunThatHasEndedIsFollowedToItsEnd() {
        String id = "20261130T120000000-abcdefgh";
        console.type(flow, "run", "--run-id", id);

        assertThat(console.type(flow, "run", "--run-id", id)).isZero();
        assertThat(console.out())
                .startsWith("run Small/" + id + " started in")
                .contains("run Small/" + id + " succeeded");
        assertThat(console.type(flow, "attach", id)).isZero();
        assertThat(console.out()).isEqualTo("run Small/" + id + " succeeded\n");
        console.type(flow, "list");
        assertThat(console.out().lines().filter(line -> line.contains(id))).hasSize(1);
    }
}
