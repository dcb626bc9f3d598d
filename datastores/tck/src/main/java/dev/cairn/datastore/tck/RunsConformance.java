package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Runs} promises of runs. */
interface RunsConformance extends StoreUnderTest {
    private RunRecord created(RunRecord run) {
        runs().create(run);
        return run;
    }

    @Test
    @Promise("Runs.find returns a run as it was created")
    default void aRunIsFoundAsItWasCreated() {
        RunRecord run = created(Example.run("Flow", "nightly", "b"));

        assertThat(runs().find(run.id())).contains(run);
        assertThat(runs().find(run.id()).orElseThrow().artifacts().get("rate"))
                .usingRecursiveComparison()
                .isEqualTo(run.artifacts().get("rate"));
    }

    @Test
    @Promise("Runs.storeFingerprints replaces the fingerprints of a run")
    default void theCodeOfARunMayComeLater() {
        RunRecord run = created(Example.run("Flow"));
        Map<String, String> code = Map.of("start", "1:61:aaaa", "train", "1:61:bbbb");

        runs().storeFingerprints(run.id(), code);

        RunRecord after = run.toBuilder().fingerprints(code).build();
        assertThat(runs().find(run.id())).contains(after);
        runs().storeFingerprints(run.id(), Map.of());
        assertThat(runs().find(run.id()))
                .contains(run.toBuilder().fingerprints(Map.of()).build());
    }

    @Test
    @Promise("Runs finds nothing of a run that does not exist")
    default void aRunThatIsNotThereIsNotFound() {
        RunId unknown = RunId.next(Clock.systemUTC());

        assertThat(runs().find(unknown)).isEmpty();
        assertThat(runs().task(unknown, TaskId.of("start"))).isEmpty();
        assertThat(runs().attempts(unknown, TaskId.of("start"))).isEmpty();
        assertThat(Example.all(runs().tasks(unknown, "start"))).isEmpty();
        assertThat(Example.all(runs().attempts(unknown))).isEmpty();
        assertThat(Example.all(runs().log(unknown, TaskId.of("start"), 0))).isEmpty();
    }

    @Test
    @Promise("Runs refuses every write to a run that does not exist")
    default void aRunThatIsNotThereCannotBeWrittenTo() {
        RunId unknown = RunId.next(Clock.systemUTC());
        String message = "there is no run " + unknown + " in the datastore";

        assertThatThrownBy(() -> runs().heartbeat(unknown, NOW)).hasMessage(message);
        assertThatThrownBy(() -> runs().finish(unknown, RunStatus.SUCCEEDED, NOW, null, null))
                .hasMessage(message);
        assertThatThrownBy(() -> runs().tag(unknown, Set.of("a"), Set.of())).hasMessage(message);
        assertThatThrownBy(() -> submit(Example.commit(Example.task(unknown, "start"))))
                .hasMessage(message);
        assertThatThrownBy(() -> runs().log(unknown, TaskId.of("start"), 0, List.of()))
                .hasMessage(message);
        assertThatThrownBy(() -> runs().putFile(unknown, "a", blobs().put(new byte[0]), NOW))
                .hasMessage(message);
    }

    @Test
    @Promise("Runs.create refuses a run that already exists")
    default void aRunIsCreatedOnce() {
        RunRecord run = created(Example.run("Flow"));

        assertThatThrownBy(() -> runs().create(run))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run " + run.id() + " already exists in the datastore");
    }

    @Test
    @Promise(
            "Runs.list is lazy, and lists the newest run first, whenever it was stored, even while others are added and deleted")
    default void runsAreListedNewestFirst() {
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            runs.add(Example.run("Flow"));
        }
        List<RunRecord> mixed = new ArrayList<>(runs);
        Collections.shuffle(mixed, new Random(1));
        mixed.forEach(this::created);
        Collections.reverse(runs);

        assertThat(Example.all(runs().list(RunQuery.all()))).isEqualTo(runs);
        try (Stream<RunRecord> list = runs().list(RunQuery.all())) {
            assertThat(list.findFirst()).contains(runs.get(0));
        }
        List<RunRecord> seen = new ArrayList<>();
        try (Stream<RunRecord> list = runs().list(RunQuery.all())) {
            list.limit(1000).forEach(run -> {
                seen.add(run);
                if (seen.size() % 50 == 0) {
                    created(Example.run("Flow"));
                    runs().delete(run.id());
                }
            });
        }
        assertThat(seen).as("while runs are created and deleted").isEqualTo(runs);
    }

    @Test
    @Promise("Runs.list lists the runs that the query matches, and no others")
    default void runsAreListedByFlowStatusAndTags() {
        RunRecord first = created(Example.run("One", "a", "b"));
        RunRecord second = created(Example.run("One", "b"));
        RunRecord third = created(Example.run("Two", "a", "b", "c"));
        runs().finish(second.id(), RunStatus.SUCCEEDED, NOW, null, null);

        assertThat(ids(new RunQuery("One", null, Set.of()))).containsExactly(second.id(), first.id());
        assertThat(ids(new RunQuery(null, RunStatus.RUNNING, Set.of()))).containsExactly(third.id(), first.id());
        assertThat(ids(new RunQuery(null, null, Set.of("b")))).containsExactly(third.id(), second.id(), first.id());
        assertThat(ids(new RunQuery(null, null, Set.of("a", "b")))).containsExactly(third.id(), first.id());
        assertThat(ids(new RunQuery("One", RunStatus.RUNNING, Set.of("a")))).containsExactly(first.id());
        assertThat(ids(new RunQuery("Three", null, Set.of()))).isEmpty();
        assertThat(ids(new RunQuery(null, null, Set.of("d")))).isEmpty();
        assertThat(ids(RunQuery.flow("Two"))).containsExactly(third.id());
    }

    @Test
    @Promise(
            "Runs.list lists the runs that started within the time of the query: from its first moment on, and before its last")
    default void runsAreListedByTheTimeOfTheirStart() {
        List<RunRecord> runs = new ArrayList<>();
        for (int hour = 0; hour < 3; hour++) {
            runs.add(created(startedAt(NOW.plusSeconds(3600L * hour))));
        }
        runs.add(created(startedAt(NOW.plusSeconds(3600).minusNanos(1))));

        assertThat(ids(startedWithin(null, null))).hasSize(4);
        assertThat(ids(startedWithin(NOW.plusSeconds(3600), null)))
                .containsExactly(runs.get(2).id(), runs.get(1).id());
        assertThat(ids(startedWithin(null, NOW.plusSeconds(3600))))
                .containsExactly(runs.get(3).id(), runs.get(0).id());
        assertThat(ids(startedWithin(NOW.plusNanos(1), NOW.plusSeconds(7200))))
                .containsExactly(runs.get(3).id(), runs.get(1).id());
        assertThat(ids(startedWithin(NOW, NOW))).isEmpty();
    }

    private static RunRecord startedAt(Instant time) {
        RunRecord run = Example.run("Flow");
        return RunRecord.builder(run.id(), run.flow(), run.flowClass(), time)
                .user(run.user())
                .versions(run.cairnVersion(), run.javaVersion())
                .artifacts(run.artifacts())
                .build();
    }

    private static RunQuery startedWithin(@Nullable Instant from, @Nullable Instant before) {
        return new RunQuery("Flow", null, Set.of(), from, before);
    }

    private List<RunId> ids(RunQuery query) {
        return Example.all(runs().list(query).map(RunRecord::id));
    }

    @Test
    @Promise("Runs.finish stores the first end of a run, and changes nothing else")
    default void theFirstEndOfARunWins() {
        RunRecord run = created(Example.run("Flow", "nightly"));
        FailureRecord failure = new FailureRecord("com.acme.Broken", "out of \0 luck", "at com.acme.Flow.train\n");
        runs().finish(run.id(), RunStatus.FAILED, NOW.plusSeconds(5), TaskId.parse("train/3"), failure);
        runs().finish(run.id(), RunStatus.SUCCEEDED, NOW.plusSeconds(9), null, null);

        assertThat(runs().find(run.id()))
                .contains(run.finished(RunStatus.FAILED, NOW.plusSeconds(5), TaskId.parse("train/3"), failure));
    }

    @Test
    @Promise("Runs.finish accepts a run without a failed task")
    default void aRunThatIsInterruptedHasNoFailure() {
        RunRecord run = created(Example.run("Flow"));
        runs().finish(run.id(), RunStatus.INTERRUPTED, NOW, null, null);

        assertThat(runs().find(run.id())).contains(run.finished(RunStatus.INTERRUPTED, NOW, null, null));
    }

    @Test
    @Promise("Runs.heartbeat stores its time, to the nanosecond")
    default void aHeartbeatShows() {
        RunRecord run = created(Example.run("Flow"));
        runs().heartbeat(run.id(), NOW.plusNanos(1));

        assertThat(runs().find(run.id())).contains(run.withHeartbeatAt(NOW.plusNanos(1)));
    }

    @Test
    @Promise("Runs.tag adds tags and removes others, even after the end of the run")
    default void tagsAreAddedAndRemovedAlsoAfterTheEnd() {
        RunRecord run = created(Example.run("Flow", "a", "b"));
        runs().finish(run.id(), RunStatus.SUCCEEDED, NOW, null, null);
        runs().tag(run.id(), Set.of("d", "c", "a"), Set.of("b", "x"));

        assertThat(runs().find(run.id()).orElseThrow().tags()).containsExactly("a", "c", "d");
        assertThat(ids(new RunQuery(null, null, Set.of("c")))).containsExactly(run.id());
        assertThat(ids(new RunQuery(null, null, Set.of("b")))).isEmpty();
    }

    @Test
    @Promise("Runs.tag adds tags before it removes some")
    default void aTagThatIsAddedAndRemovedIsRemoved() {
        RunRecord run = created(Example.run("Flow"));
        runs().tag(run.id(), Set.of("a"), Set.of("a"));

        assertThat(runs().find(run.id()).orElseThrow().tags()).isEmpty();
    }

    @Test
    @Promise("Runs.create refuses a flow name that is in use by another class")
    default void aFlowNameInUseByAnotherClassIsRefused() {
        created(Example.runOfClass("Flow", "com.acme.Flow"));
        RunRecord other = Example.runOfClass("Flow", "com.acme.other.Flow");

        assertThatThrownBy(() -> runs().create(other))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(
                        "the flow name `Flow` of com.acme.other.Flow is in use by the runs of com.acme.Flow. Give one"
                                + " of them another name, or, if it is the same flow under a new class name, annotate the"
                                + " class with @FormerNames(\"com.acme.Flow\")");
        assertThat(runs().find(other.id())).isEmpty();
    }

    @Test
    @Promise("Runs.rename lets another class use the name of a flow, and the former class can no longer use it")
    default void aRenamedFlowClassMayUseTheName() {
        created(Example.runOfClass("Flow", "com.acme.Flow"));
        runs().rename("Flow", "com.acme.other.Flow");
        RunRecord renamed = created(Example.runOfClass("Flow", "com.acme.other.Flow"));

        assertThat(runs().find(renamed.id())).contains(renamed);
        assertThatThrownBy(() -> runs().create(Example.runOfClass("Flow", "com.acme.Flow")))
                .isInstanceOf(DatastoreException.class);
    }

    @Test
    @Promise(
            "Runs.delete removes a run with its tasks, logs and keys, says whether there was one, and keeps the others")
    default void aDeletedRunIsGoneAndOthersStay() {
        RunRecord first = created(Example.run("Flow", "a"));
        RunRecord second = created(Example.run("Flow", "a"));
        for (RunRecord run : List.of(first, second)) {
            runs().commit(Example.commit(Example.task(run.id(), "start"))).join();
            runs().log(run.id(), TaskId.of("start"), 0, List.of(new LogLine(NOW, LogLine.Stream.LOG, "hello")));
            runs().putFile(run.id(), "key", blobs().put(new byte[] {1}), NOW);
        }

        assertThat(runs().delete(first.id())).isTrue();
        assertThat(runs().delete(first.id())).isFalse();

        assertThat(runs().find(first.id())).isEmpty();
        assertThat(runs().task(first.id(), TaskId.of("start"))).isEmpty();
        assertThat(Example.all(runs().attempts(first.id()))).isEmpty();
        assertThat(Example.all(runs().log(first.id(), TaskId.of("start"), 0))).isEmpty();
        assertThat(Example.all(runs().files(first.id(), ""))).isEmpty();
        assertThat(ids(new RunQuery(null, null, Set.of("a")))).containsExactly(second.id());
        assertThat(Example.all(runs().attempts(second.id()))).hasSize(1);
        assertThat(Example.all(runs().log(second.id(), TaskId.of("start"), 0))).hasSize(1);
        assertThat(Example.all(runs().files(second.id(), ""))).hasSize(1);
    }

    @Test
    @Promise("Runs keeps any text as it is")
    default void hostileTextIsKeptAsItIs() {
        String hostile = "../../'; DROP TABLE run; --\0\"\\\n\u001b[31m \uD83D\uDE00 \u202E %s ${x}";
        RunRecord run = RunRecord.builder(RunId.next(Clock.systemUTC()), hostile, hostile, NOW)
                .user(hostile)
                .versions(hostile, hostile)
                .commit(hostile)
                .tags(Set.of(hostile, ""))
                .artifacts(Map.of(hostile, Example.inline(hostile)))
                .build();
        created(run);
        runs().finish(run.id(), RunStatus.FAILED, NOW, null, new FailureRecord(hostile, hostile, hostile));

        assertThat(runs().find(run.id()))
                .contains(run.finished(RunStatus.FAILED, NOW, null, new FailureRecord(hostile, hostile, hostile)));
        assertThat(ids(new RunQuery(hostile, RunStatus.FAILED, Set.of(hostile))))
                .containsExactly(run.id());
    }

    @Test
    @Promise("Runs.list shows the current state of a run")
    default void aListShowsThePresentState() {
        RunRecord run = created(Example.run("Flow", "a", "b"));
        assertThat(Example.all(runs().list(RunQuery.all()))).containsExactly(run);
        runs().heartbeat(run.id(), NOW.plusSeconds(3));
        runs().tag(run.id(), Set.of("c"), Set.of("a"));
        runs().finish(run.id(), RunStatus.SUCCEEDED, NOW.plusSeconds(5), null, null);

        assertThat(Example.all(runs().list(RunQuery.flow("Flow"))))
                .containsExactly(run.withHeartbeatAt(NOW.plusSeconds(3))
                        .withTags(Set.of("b", "c"))
                        .finished(RunStatus.SUCCEEDED, NOW.plusSeconds(5), null, null));
    }

    @Test
    @Promise("Runs.delete leaves nothing behind that a new run with the same id could find")
    default void aRunThatIsCreatedAgainIsEmpty() {
        RunRecord run = created(Example.run("Flow"));
        TaskId start = TaskId.of("start");
        submit(Example.commit(Example.attempt(run.id(), "start", 3, TaskStatus.SUCCEEDED)));
        runs().log(run.id(), start, 0, List.of(new LogLine(NOW, LogLine.Stream.LOG, "hello")));
        runs().putFile(run.id(), "key", blobs().put(new byte[] {1}), NOW);
        runs().finish(run.id(), RunStatus.FAILED, NOW, null, null);
        runs().delete(run.id());
        created(run);

        assertThat(runs().find(run.id())).contains(run);
        assertThat(runs().task(run.id(), start)).isEmpty();
        assertThat(runs().attempts(run.id(), start)).isEmpty();
        assertThat(runs().counts(run.id())).isEmpty();
        assertThat(runs().lastTask(run.id(), "start", List.of())).isEmpty();
        assertThat(Example.all(runs().attempts(run.id()))).isEmpty();
        assertThat(Example.all(runs().log(run.id(), start, 0))).isEmpty();
        assertThat(runs().file(run.id(), "key")).isEmpty();
        assertThat(committed(Example.task(run.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @Promise("Runs.delete leaves the blobs of the run")
    default void theBlobsOfADeletedRunStay() {
        RunRecord run = created(Example.run("Flow"));
        byte[] content = Example.randomBytes(3000, 1);
        runs().commit(Example.commit(Example.task(run.id(), "start"), content)).join();
        runs().delete(run.id());

        assertThat(blobs().read(Address.ofContent(content))).isEqualTo(content);
    }

    @Test
    @Promise("Runs.rename works for a flow that has no runs")
    default void aFlowWithoutRunsMayBeRenamed() {
        runs().rename("Flow", "com.acme.other.Flow");
        RunRecord run = created(Example.runOfClass("Flow", "com.acme.other.Flow"));

        assertThat(runs().find(run.id())).contains(run);
    }

    @Test
    @Promise("Runs.endDied ends a run that gave no sign of life for so long, and its process can no longer write to it")
    default void aRunThatDiedIsEnded() {
        RunRecord run = Example.run("Flow"); // which began years ago
        runs().create(run);
        assertThat(committed(Example.task(run.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
        Duration hour = Duration.ofHours(1);

        assertThat(runs().endDied(run.id(), hour)).isTrue();
        assertThat(runs().endDied(run.id(), hour)).isFalse();

        RunRecord ended = runs().find(run.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.DIED);
        Instant finished = Objects.requireNonNull(ended.finishedAt());
        assertThat(finished).isBetween(now().minus(hour), now().plus(hour));
        assertThat(ended).isEqualTo(run.finished(RunStatus.DIED, finished, null, null));
        assertThat(runs().attempts(run.id(), TaskId.of("start"))).hasSize(1);
        assertThat(ids(new RunQuery(null, RunStatus.DIED, Set.of()))).containsExactly(run.id());
        assertThatThrownBy(() -> runs().endDied(Example.run("Flow").id(), hour)).isInstanceOf(DatastoreException.class);
    }

    @Test
    @Promise("Runs.endDied leaves a run alone that has ended, or gave a sign of life")
    default void aRunThatLivesIsNotEnded() {
        RunRecord ended = Example.run("Flow");
        runs().create(ended);
        runs().finish(ended.id(), RunStatus.FAILED, NOW, null, null);
        RunRecord alive = Example.run("Flow");
        runs().create(alive);
        runs().heartbeat(alive.id(), now());

        assertThat(runs().endDied(ended.id(), Duration.ofSeconds(1))).isFalse();
        assertThat(runs().endDied(alive.id(), Duration.ofHours(1))).isFalse();

        assertThat(runs().find(ended.id()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
        assertThat(runs().find(alive.id()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(committed(Example.task(alive.id(), "start"))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @Promise("Runs.requestStop records when somebody first asked to stop a run, and nothing after its end")
    default void aRequestToStopIsRecorded() {
        RunRecord run = Example.run("Flow");
        runs().create(run);
        RunRecord ended = Example.run("Flow");
        runs().create(ended);
        runs().finish(ended.id(), RunStatus.SUCCEEDED, NOW, null, null);
        assertThat(runs().find(run.id()).orElseThrow().stopRequestedAt()).isNull();

        runs().requestStop(run.id());
        Instant requested = runs().find(run.id()).orElseThrow().stopRequestedAt();
        runs().requestStop(run.id());
        runs().requestStop(ended.id());

        assertThat(requested)
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        assertThat(runs().find(run.id())).contains(run.withStopRequestedAt(requested));
        assertThat(Example.all(runs().list(RunQuery.all()))).contains(run.withStopRequestedAt(requested));
        assertThat(runs().find(ended.id()).orElseThrow().stopRequestedAt()).isNull();
        runs().tag(run.id(), Set.of("late"), Set.of());
        runs().finish(run.id(), RunStatus.INTERRUPTED, NOW, null, null);
        assertThat(runs().find(run.id()).orElseThrow().stopRequestedAt()).isEqualTo(requested);
    }
}
