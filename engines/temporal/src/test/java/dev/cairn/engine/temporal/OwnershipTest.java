package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.maintenance.RunDeletion;
import dev.cairn.maintenance.RunIsAliveException;
import dev.cairn.runtime.definition.FlowDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run lives as long as its workflow is open, however long there is no worker; where nobody can say that, nobody takes it. */
class OwnershipTest {
    private static final FlowDefinition<Numbers> FLOW = Numbers.flow("Owned")
            .step(end("start"), (flow, task) -> flow.value = 7)
            .build();

    @TempDir
    Path directory;

    private TestTemporal temporal;
    private Datastore datastore;

    @BeforeEach
    void start() {
        temporal = new TestTemporal();
        datastore = Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterEach
    void stop() {
        temporal.close();
        datastore.close();
    }

    private TestRun<Numbers> builder() {
        return TestRun.of(FLOW).datastore(datastore).outputListener((path, line) -> {});
    }

    /** A run of which no worker has heard. */
    private Run started() {
        return builder().engine(temporal.engine("flows")).detached().run();
    }

    private void beSilentSince(Run run, Duration silence) {
        datastore.runs().heartbeat(new RunId(run.id()), Instant.now().minus(silence));
    }

    private void terminate(Run run) {
        try (TemporalConnection connection = TemporalConnection.open(TemporalAddress.parse(temporal.url("flows")))) {
            connection.client().newUntypedWorkflowStub(run.id()).terminate("by a test");
        }
    }

    private RunState state(Run run) {
        return Cairn.open(datastore).run(run.pathspec()).state();
    }

    private RunRecord stored(Run run) {
        return datastore.runs().find(new RunId(run.id())).orElseThrow();
    }

    @Test
    void itLivesWithoutWorkers() {
        Run run = started();
        beSilentSince(run, Duration.ofDays(1));

        assertThat(RunAttributes.engine(stored(run))).contains(temporal.url("flows"));
        assertThat(state(run).died()).isFalse();
        assertThat(state(run).unknown()).isFalse();
        assertThatThrownBy(() -> builder().resume(run.id()))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessage("run " + run.pathspec() + " is still running: its engine " + temporal.url("flows")
                        + " drives it. Stop it, and resume the run when it has ended.");
        assertThatThrownBy(() -> RunDeletion.delete(datastore, new RunId(run.id())))
                .isInstanceOf(RunIsAliveException.class)
                .hasMessage(
                        "run " + run.pathspec()
                                + " is still running, so it cannot be deleted. Stop its process, or wait until the run has ended.");
        assertThatThrownBy(() -> builder().exclusive().run()).isInstanceOf(FlowIsRunningException.class);

        TemporalWorker worker = temporal.worker("flows", List.of(FLOW), datastore, 1);
        Run ended = builder().engine(temporal.engine("flows")).runId(run.id()).run();
        worker.close();

        assertThat(ended.id()).isEqualTo(run.id());
        assertThat(stored(run).status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void itIsResumedAtOnceIfItsWorkflowWasTerminated() {
        Run run = started();
        terminate(run);

        Run resumed = builder().resume(run.id());

        assertThat(resumed.step("start").task().artifact("value").value()).isEqualTo(7L);
        assertThat(stored(run).status()).isEqualTo(RunStatus.DIED);
    }

    @Test
    void itHasDiedIfItsWorkflowWasTerminated() {
        Run run = started();
        beSilentSince(run, Duration.ofMinutes(1));
        terminate(run);

        assertThat(state(run).died()).isTrue();
        assertThat(builder().exclusive().run().successful()).isTrue();
        assertThat(stored(run).status()).isEqualTo(RunStatus.DIED);
    }

    /** Whoever starts it may not have come so far. */
    @Test
    void itsSignsOfLifeCountAsLongAsTheServerKnowsNothingOfIt() {
        Run run = started();
        try (TestTemporal other = new TestTemporal()) {
            RunRecord elsewhere = stored(run).toBuilder()
                    .attributes(Map.of(RunAttributes.ENGINE, other.url("flows")))
                    .build();
            datastore.runs().delete(elsewhere.id());
            datastore.runs().create(elsewhere.withHeartbeatAt(Instant.now()));
            assertThatThrownBy(() -> builder().resume(run.id())).isInstanceOf(ResumeRefusedException.class);

            beSilentSince(run, Duration.ofMinutes(1));

            assertThat(state(run).died()).isTrue();
            assertThat(builder().resume(run.id()).successful()).isTrue();
        }
    }

    @Test
    void ifTheServerDoesNotRespondNobodyTakesItButByForce() {
        Run run = started();
        beSilentSince(run, Duration.ofMinutes(1));
        String url = temporal.url("flows");
        temporal.close();

        assertThat(state(run).unknown()).isTrue();
        assertThat(state(run).died()).isFalse();
        assertThatThrownBy(() -> builder().resume(run.id()))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessage("whether run " + run.pathspec() + " is still running is not known: its engine " + url
                        + " cannot be asked. Try again when it responds, or take the run from it with --force, or"
                        + " forceResume(): then nothing more is stored for the run.");
        assertThatThrownBy(() -> RunDeletion.delete(datastore, new RunId(run.id())))
                .isInstanceOf(RunIsAliveException.class)
                .hasMessage("whether run " + run.pathspec()
                        + " is still running is not known, so it cannot be deleted: its engine " + url
                        + " cannot be asked. Try again when it responds.");

        assertThat(builder().forceResume().resume(run.id()).successful()).isTrue();
        assertThat(stored(run).status()).isEqualTo(RunStatus.DIED);
    }
}
