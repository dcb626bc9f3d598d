package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --exclusive}, while another process has a run of the flow, and after. */
class ExclusiveRunCommandTest {
    @TempDir
    private Path parent;

    private Console console;

    /** The flow of {@link BlockedRun}, after its other process. */
    private final TestFlow<BlockedRun.Flow> flow = TestFlow.of("Blocked", BlockedRun.Flow.class, BlockedRun.Flow::new)
            .step(end("start").access(Access.nothing()), (each, task) -> {})
            .build();

    @BeforeEach
    void open() {
        console = new Console(Clock.systemDefaultZone()).in(parent.resolve("store"));
    }

    private RunRecord record(String run) {
        try (Datastore datastore = Datastore.of("file:" + parent.resolve("store"))) {
            return datastore.runs().find(new RunId(run)).orElseThrow();
        }
    }

    @Test
    void isRefusedWhileARunIsAlive() throws IOException {
        try (ChildProcess process = ChildProcess.start(BlockedRun.class, "file:" + parent.resolve("store"))) {
            String run = process.line();
            Instant started = record(run).startedAt();

            assertThat(console.type(flow, "run", "--exclusive")).isEqualTo(ExitStatus.FAILED);
            assertThat(console.out()).isEmpty();
            assertThat(console.err())
                    .isEqualTo("flow Blocked is already running: run Blocked/" + run + " was started by "
                            + System.getProperty("user.name") + " at "
                            + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                                    .format(started.atZone(ZoneId.systemDefault()))
                            + " and has not ended. Wait until it ends, or stop it with `stop Blocked/" + run + "`.\n");
            console.type(flow, "list");
            assertThat(console.out().lines()).hasSize(2);
            assertThat(console.type(flow, "run")).isEqualTo(ExitStatus.OK);
            assertThat(console.type(flow, "stop", "Blocked/" + run)).isEqualTo(ExitStatus.OK);

            process.release();
            assertThat(process.waitFor()).isZero();
            assertThat(console.type(flow, "run", "--exclusive")).isEqualTo(ExitStatus.OK);
        }
    }

    @Test
    void endsARunThatDied() {
        RunRecord died = RunRecord.builder(
                        RunId.next(Clock.systemUTC()),
                        "Blocked",
                        BlockedRun.Flow.class.getName(),
                        Instant.now().minusSeconds(60))
                .build();
        try (Datastore datastore = Datastore.of("file:" + parent.resolve("store"))) {
            datastore.runs().create(died);
        }

        assertThat(console.type(flow, "run", "--exclusive")).isEqualTo(ExitStatus.OK);
        assertThat(record(died.id().value()).status()).isEqualTo(RunStatus.DIED);
    }

    @Test
    void canBeAVariableOfTheEnvironment() throws IOException {
        try (ChildProcess process = ChildProcess.start(BlockedRun.class, "file:" + parent.resolve("store"))) {
            process.line();

            console.with("CAIRN_RUN_EXCLUSIVE", "true");
            assertThat(console.type(flow, "run")).isEqualTo(ExitStatus.FAILED);
            assertThat(console.err()).startsWith("flow Blocked is already running: ");
            assertThat(console.type(flow, "run", "--exclusive=false")).isEqualTo(ExitStatus.OK);
            console.with("CAIRN_RUN_EXCLUSIVE", "false");
            assertThat(console.type(flow, "run")).isEqualTo(ExitStatus.OK);
            assertThat(console.type(flow, "run", "--exclusive")).isEqualTo(ExitStatus.FAILED);
            console.with("CAIRN_RUN_EXCLUSIVE", "yes");
            assertThat(console.type(flow, "run")).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).isEqualTo("CAIRN_RUN_EXCLUSIVE must be `true` or `false`, but is `yes`.\n");
        }
    }

    @Test
    void isShownByHelp() {
        assertThat(console.type(flow, "run", "--help")).isEqualTo(ExitStatus.OK);
        assertThat(console.out().lines().map(String::strip))
                .contains("--exclusive         start only if no other run of the flow is alive");
    }
}
