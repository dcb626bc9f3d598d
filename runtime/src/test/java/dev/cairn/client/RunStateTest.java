package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How runs stand, by the clock of whoever asks. */
class RunStateTest {
    private static final Duration LEASE = Lease.DURATION;

    private final Datastore datastore = Datastore.inMemory();
    private final RunRecord record = Example.run("Flow", "nightly");

    private RunState stateAt(Instant now) {
        return Cairn.open(datastore, Clock.fixed(now, ZoneOffset.UTC))
                .run("Flow/" + record.id())
                .state();
    }

    @Test
    void runThatGaveASignOfLifeRuns() {
        datastore.runs().create(record);
        datastore.runs().heartbeat(record.id(), Example.NOW.plusSeconds(90));
        RunState state = stateAt(Example.NOW.plusSeconds(90).plus(LEASE));

        assertThat(state.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(state.died()).isFalse();
        assertThat(state.startedAt()).isEqualTo(Example.NOW);
        assertThat(state.finishedAt()).isEmpty();
        assertThat(state.duration()).isEqualTo(Duration.ofSeconds(120));
        assertThat(state.tags()).isEqualTo(Set.of("nightly"));
        assertThat(state.failure()).isEmpty();
    }

    @Test
    void runWithoutSignOfLifeForLongerThanItsLeaseDiedAfterTheLastOne() {
        datastore.runs().create(record);
        datastore.runs().heartbeat(record.id(), Example.NOW.plusSeconds(90));
        RunState state = stateAt(Example.NOW.plusSeconds(90).plus(LEASE).plusMillis(1));

        assertThat(state.died()).isTrue();
        assertThat(state.duration()).isEqualTo(Duration.ofSeconds(90));
    }

    /** Nothing on the class path can ask that one. */
    @Test
    void silentRunWhoseEngineCannotBeAskedIsUnknown() {
        datastore
                .runs()
                .create(record.toBuilder()
                        .attributes(Map.of(RunAttributes.ENGINE, "nowhere://host/flows"))
                        .build());
        datastore.runs().heartbeat(record.id(), Example.NOW);

        RunState fresh = stateAt(Example.NOW.plus(LEASE));
        RunState silent = stateAt(Example.NOW.plus(LEASE).plusMillis(1));

        assertThat(fresh.unknown()).isFalse();
        assertThat(fresh.died()).isFalse();
        assertThat(silent.unknown()).isTrue();
        assertThat(silent.died()).isFalse();
        assertThat(silent.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void theCommitOfATaskIsASignOfLifeToo() {
        datastore.runs().create(record);
        TaskRecord last = Example.task(record.id(), "train/3");
        datastore.runs().commit(Example.commit(last)).join();
        RunState state = stateAt(Example.NOW.plus(LEASE).plus(LEASE));

        assertThat(state.died()).isTrue();
        assertThat(state.duration()).isPositive().isEqualTo(Duration.between(Example.NOW, last.finishedAt()));
    }

    @Test
    void runThatEndedNeverDies() {
        datastore.runs().create(record);
        datastore
                .runs()
                .finish(
                        record.id(),
                        RunStatus.FAILED,
                        Example.NOW.plusSeconds(5),
                        TaskId.parse("train/3"),
                        new FailureRecord("java.io.IOException", "disk full", "at Flow.train"));
        RunState state = stateAt(Example.NOW.plus(Duration.ofDays(1)));

        assertThat(state.status()).isEqualTo(RunStatus.FAILED);
        assertThat(state.died()).isFalse();
        assertThat(state.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(state.failedTask()).contains("train/3");
        assertThat(state.failure()).contains(new Failure("java.io.IOException", "disk full", "at Flow.train"));
    }
}
