package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Runs#createExclusive} promises. */
interface ExclusiveConformance extends StoreUnderTest {
    Duration HOUR = Duration.ofHours(1);

    /** A run whose process gave a sign of life just now. */
    private RunRecord alive(RunRecord run) {
        runs().create(run);
        Instant now = now();
        runs().heartbeat(run.id(), now);
        return run.withHeartbeatAt(now);
    }

    private RunRecord exclusive(RunRecord run, String... formerNames) {
        runs().createExclusive(run, Set.of(formerNames), HOUR);
        return run;
    }

    @Test
    @Promise(
            "Runs.createExclusive refuses a run while another run of its flow is alive, names the newest, and stores nothing")
    default void aRunThatIsAliveKeepsAnotherFromStarting() {
        RunRecord alive = alive(Example.run("Flow"));
        RunRecord refused = Example.run("Flow");

        String started = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(NOW.atZone(ZoneId.systemDefault()));
        assertThatThrownBy(() -> exclusive(refused))
                .isInstanceOf(FlowIsRunningException.class)
                .hasMessage("flow Flow is already running: run Flow/" + alive.id() + " was started by ada at " + started
                        + " and has not ended. Wait until it ends, or stop it with `stop Flow/" + alive.id() + "`.")
                .satisfies(refusal ->
                        assertThat(((FlowIsRunningException) refusal).run()).isEqualTo(alive.id()));
        assertThat(runs().find(refused.id())).isEmpty();
        assertThat(Example.all(runs().list(RunQuery.all()))).containsExactly(alive);
        assertThat(committed(Example.task(alive.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @Promise("Runs.createExclusive stores a run as Runs.create does if no other run of its flow is alive")
    default void anExclusiveRunIsStoredWhereNoneIsAlive() {
        RunRecord first = exclusive(Example.run("Flow", "nightly"));

        assertThat(runs().find(first.id())).contains(first);
        assertThat(committed(Example.task(first.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
        for (RunStatus status : List.of(RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.INTERRUPTED)) {
            RunRecord ended = alive(Example.run("Flow"));
            runs().finish(first.id(), RunStatus.SUCCEEDED, NOW, null, null);
            runs().finish(ended.id(), status, NOW, null, null);

            RunRecord next = exclusive(Example.run("Flow"));
            assertThat(runs().find(next.id())).contains(next);
            assertThat(runs().find(ended.id()).map(RunRecord::status)).contains(status);
            runs().finish(next.id(), RunStatus.SUCCEEDED, NOW, null, null);
        }
    }

    @Test
    @Promise("Runs.createExclusive is itself no obstacle to Runs.create, but to the next exclusive run")
    default void anExclusiveRunIsAliveItself() {
        RunRecord exclusive = exclusive(Example.run("Flow"));
        runs().heartbeat(exclusive.id(), now());
        runs().create(Example.run("Flow"));

        assertThatThrownBy(() -> exclusive(Example.run("Flow")))
                .isInstanceOfSatisfying(
                        FlowIsRunningException.class,
                        refusal -> assertThat(refusal.run()).isEqualTo(exclusive.id()));
    }

    @Test
    @Promise("Runs.createExclusive ends runs of its flow that died, and their processes can no longer write to them")
    default void runsThatDiedAreEndedFirst() {
        RunRecord died = Example.run("Flow"); // which gave its last sign of life at `NOW`
        runs().create(died);
        assertThat(committed(Example.task(died.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
        RunRecord other = Example.run("Other");
        runs().create(other);

        RunRecord next = exclusive(Example.run("Flow"));

        assertThat(runs().find(next.id())).contains(next);
        RunRecord ended = runs().find(died.id()).orElseThrow();
        Instant finished = Objects.requireNonNull(ended.finishedAt());
        assertThat(finished).isBetween(now().minus(HOUR), now().plus(HOUR));
        assertThat(ended).isEqualTo(died.finished(RunStatus.DIED, finished, null, null));
        assertThat(committed(Example.task(died.id(), "late"))).isInstanceOf(CommitResult.Fenced.class);
        assertThatThrownBy(() -> runs().heartbeat(died.id(), now())).isInstanceOf(DatastoreException.class);
        assertThat(runs().task(died.id(), TaskId.of("late"))).isEmpty();
        assertThat(runs().find(other.id())).contains(other);
    }

    @Test
    @Promise("Runs.createExclusive changes nothing if it refuses a run, even if runs of its flow died")
    default void aRefusedRunEndsNoOther() {
        RunRecord older = Example.run("Flow");
        runs().create(older);
        RunRecord alive = alive(Example.run("Flow"));
        RunRecord newer = Example.run("Flow");
        runs().create(newer);

        assertThatThrownBy(() -> exclusive(Example.run("Flow")))
                .isInstanceOfSatisfying(
                        FlowIsRunningException.class,
                        refusal -> assertThat(refusal.run()).isEqualTo(alive.id()));
        assertThat(Example.all(runs().list(RunQuery.all()))).containsExactly(newer, alive, older);
        assertThat(committed(Example.task(older.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
        assertThat(committed(Example.task(newer.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @Promise("Runs.createExclusive asks neither for runs of other flows, nor for runs that are being imported")
    default void runsOfOtherFlowsAndImportsAreNoObstacle() {
        RunRecord other = alive(Example.run("Other"));
        RunRecord elsewhere = Example.run("Flow").finished(RunStatus.SUCCEEDED, NOW, null, null);
        try (RunImport copy = runs().beginImport(elsewhere)) {
            RunRecord run = exclusive(Example.run("Flow"), "Flo");

            copy.publish();
            assertThat(runs().find(run.id())).contains(run);
            assertThat(runs().find(elsewhere.id())).contains(elsewhere);
            assertThat(runs().find(other.id())).contains(other);
        }
    }

    @Test
    @Promise("Runs.createExclusive treats runs under former names of the flow as runs of the flow")
    default void runsUnderFormerNamesCountToo() {
        RunRecord died = Example.run("Oldest");
        runs().create(died);
        RunRecord alive = alive(Example.run("Old"));

        assertThatThrownBy(() -> exclusive(Example.run("Flow"), "Old", "Oldest", "Flow"))
                .isInstanceOf(FlowIsRunningException.class)
                .hasMessageStartingWith(
                        "flow Flow is already running: run Old/" + alive.id() + " was started by ada at ")
                .hasMessageEndingWith("or stop it with `stop Old/" + alive.id() + "`.");
        RunRecord newest = alive(Example.run("Oldest"));
        assertThatThrownBy(() -> exclusive(Example.run("Flow"), "Old", "Oldest", "Flow"))
                .isInstanceOfSatisfying(
                        FlowIsRunningException.class,
                        refusal -> assertThat(refusal.run()).isEqualTo(newest.id()));
        runs().finish(alive.id(), RunStatus.FAILED, NOW, null, null);
        runs().finish(newest.id(), RunStatus.FAILED, NOW, null, null);
        RunRecord run = exclusive(Example.run("Flow"), "Old", "Oldest", "Flow");

        assertThat(runs().find(run.id())).contains(run);
        assertThat(runs().find(died.id()).map(RunRecord::status)).contains(RunStatus.DIED);
    }

    @Test
    @Promise("Runs.createExclusive refuses what Runs.create refuses, and ends no run then")
    default void anExclusiveRunIsRefusedLikeAnyOther() {
        RunRecord died = Example.run("Flow");
        runs().create(died);
        RunRecord stranger = Example.runOfClass("Flow", "com.acme.other.Flow");

        assertThatThrownBy(() -> exclusive(died))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run " + died.id() + " already exists in the datastore");
        assertThatThrownBy(() -> exclusive(stranger))
                .isInstanceOf(DatastoreException.class)
                .hasMessageStartingWith(
                        "the flow name `Flow` of com.acme.other.Flow is in use by the runs of com.acme.Flow.");
        assertThat(Example.all(runs().list(RunQuery.all()))).containsExactly(died);
    }

    @Test
    @Promise("Runs.createExclusive lets only one of many threads start a run")
    default void ofAllThatStartARunOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            assertOneWins(Collections.nCopies(ManyThreadsConformance.THREADS, datastore()), "Flow" + round);
        }
    }

    @Test
    @Promise("Runs.createExclusive lets only one of those who share the datastore start a run")
    default void ofAllWhoShareADatastoreOneStartsARun() throws Exception {
        List<Datastore> both = List.of(datastore(), openAgain());
        for (int round = 0; round < 20; round++) {
            List<Datastore> stores = IntStream.range(0, ManyThreadsConformance.THREADS)
                    .mapToObj(thread -> both.get(thread % 2))
                    .toList();
            assertOneWins(stores, "Flow" + round);
        }
    }

    /** Starts a run in each of them at once. One that died is in their way, so that they have more to agree on. */
    private void assertOneWins(List<Datastore> stores, String flow) throws Exception {
        RunRecord died = Example.run(flow);
        runs().create(died);
        List<RunRecord> runs = stores.stream()
                .map(store -> Example.run(flow).withHeartbeatAt(now()))
                .toList();
        List<Optional<RunId>> obstacles = ManyThreadsConformance.inAllThreads(thread -> {
            try {
                stores.get(thread).runs().createExclusive(runs.get(thread), Set.of(), HOUR);
                return Optional.empty();
            } catch (FlowIsRunningException refusal) {
                return Optional.of(refusal.run());
            }
        });

        assertThat(obstacles).containsOnlyOnce(Optional.empty());
        RunRecord winner = runs.get(obstacles.indexOf(Optional.<RunId>empty()));
        assertThat(obstacles).containsOnly(Optional.empty(), Optional.of(winner.id()));
        assertThat(Example.all(runs().list(new RunQuery(flow, RunStatus.RUNNING, Set.of()))))
                .containsExactly(winner);
        assertThat(runs().find(died.id()).map(RunRecord::status)).contains(RunStatus.DIED);
    }
}
