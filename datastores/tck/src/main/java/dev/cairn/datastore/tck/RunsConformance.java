package dev.cairn.datastore;

import static dev.cairn.datastore.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Runs} promises of runs. */
interface RunsConformance {
    Datastore datastore();

    private Runs runs() {
        return datastore().runs();
    }

    private RunRecord created(RunRecord run) {
        runs().create(run);
        return run;
    }

    @Test
    default void aRunIsFoundAsItWasCreated() {
        RunRecord run = created(Example.run("Flow", "nightly", "b"));

        assertThat(runs().find(run.id())).contains(run);
        assertThat(runs().find(run.id()).orElseThrow().artifacts().get("rate"))
                .usingRecursiveComparison()
                .isEqualTo(run.artifacts().get("rate"));
    }

    @Test
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
    default void aRunThatIsNotThereCannotBeWrittenTo() {
        RunId unknown = RunId.next(Clock.systemUTC());
        String message = "there is no run " + unknown + " in the datastore";

        assertThatThrownBy(() -> runs().heartbeat(unknown, NOW)).hasMessage(message);
        assertThatThrownBy(() -> runs().finish(unknown, RunStatus.SUCCEEDED, NOW, null, null))
                .hasMessage(message);
        assertThatThrownBy(() -> runs().tag(unknown, Set.of("a"), Set.of())).hasMessage(message);
        assertThatThrownBy(() -> runs().commit(Example.commit(Example.task(unknown, "start"))))
                .hasMessage(message);
        assertThatThrownBy(() -> runs().log(unknown, TaskId.of("start"), 0, List.of()))
                .hasMessage(message);
        assertThatThrownBy(
                        () -> runs().putFile(unknown, "a", datastore().blobs().put(new byte[0]), NOW))
                .hasMessage(message);
    }

    @Test
    default void aRunIsCreatedOnce() {
        RunRecord run = created(Example.run("Flow"));

        assertThatThrownBy(() -> runs().create(run))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("there is a run " + run.id() + " in the datastore already");
    }

    @Test
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
    }

    @Test
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

    private List<RunId> ids(RunQuery query) {
        return Example.all(runs().list(query).map(RunRecord::id));
    }

    @Test
    default void theFirstEndOfARunWins() {
        RunRecord run = created(Example.run("Flow"));
        FailureRecord failure = new FailureRecord("com.acme.Broken", "out of \0 luck", "at com.acme.Flow.train\n");
        runs().finish(run.id(), RunStatus.FAILED, NOW.plusSeconds(5), TaskId.parse("train/3"), failure);
        runs().finish(run.id(), RunStatus.SUCCEEDED, NOW.plusSeconds(9), null, null);

        assertThat(runs().find(run.id()))
                .contains(run.finished(RunStatus.FAILED, NOW.plusSeconds(5), TaskId.parse("train/3"), failure));
    }

    @Test
    default void aRunThatIsInterruptedHasNoFailure() {
        RunRecord run = created(Example.run("Flow"));
        runs().finish(run.id(), RunStatus.INTERRUPTED, NOW, null, null);

        assertThat(runs().find(run.id())).contains(run.finished(RunStatus.INTERRUPTED, NOW, null, null));
    }

    @Test
    default void aHeartbeatShows() {
        RunRecord run = created(Example.run("Flow"));
        runs().heartbeat(run.id(), NOW.plusNanos(1));

        assertThat(runs().find(run.id())).contains(run.withHeartbeatAt(NOW.plusNanos(1)));
    }

    @Test
    default void tagsAreAddedAndRemovedAlsoAfterTheEnd() {
        RunRecord run = created(Example.run("Flow", "a", "b"));
        runs().finish(run.id(), RunStatus.SUCCEEDED, NOW, null, null);
        runs().tag(run.id(), Set.of("d", "c", "a"), Set.of("b", "x"));

        assertThat(runs().find(run.id()).orElseThrow().tags()).containsExactly("a", "c", "d");
        assertThat(ids(new RunQuery(null, null, Set.of("c")))).containsExactly(run.id());
        assertThat(ids(new RunQuery(null, null, Set.of("b")))).isEmpty();
    }

    @Test
    default void aTagThatIsAddedAndRemovedIsRemoved() {
        RunRecord run = created(Example.run("Flow"));
        runs().tag(run.id(), Set.of("a"), Set.of("a"));

        assertThat(runs().find(run.id()).orElseThrow().tags()).isEmpty();
    }

    @Test
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
    default void aRenamedFlowClassMayUseTheName() {
        created(Example.runOfClass("Flow", "com.acme.Flow"));
        runs().rename("Flow", "com.acme.other.Flow");
        RunRecord renamed = created(Example.runOfClass("Flow", "com.acme.other.Flow"));

        assertThat(runs().find(renamed.id())).contains(renamed);
        assertThatThrownBy(() -> runs().create(Example.runOfClass("Flow", "com.acme.Flow")))
                .isInstanceOf(DatastoreException.class);
    }

    @Test
    default void aDeletedRunIsGoneAndOthersStay() {
        RunRecord first = created(Example.run("Flow", "a"));
        RunRecord second = created(Example.run("Flow", "a"));
        for (RunRecord run : List.of(first, second)) {
            runs().commit(Example.commit(Example.task(run.id(), "start"))).join();
            runs().log(run.id(), TaskId.of("start"), 0, List.of(new LogLine(NOW, LogLine.Stream.LOG, "hello")));
            runs().putFile(run.id(), "key", datastore().blobs().put(new byte[] {1}), NOW);
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
    default void hostileTextIsKeptAsItIs() {
        String hostile = "../../'; DROP TABLE run; --\0\"\\\n\u001b[31m \uD83D\uDE00 \u202E %s ${x}";
        RunRecord run = new RunRecord(
                RunId.next(Clock.systemUTC()),
                hostile,
                hostile,
                RunStatus.RUNNING,
                NOW,
                null,
                NOW,
                hostile,
                hostile,
                hostile,
                hostile,
                Set.of(hostile, ""),
                Map.of(hostile, Example.inline(hostile)),
                null,
                null);
        created(run);
        runs().finish(run.id(), RunStatus.FAILED, NOW, null, new FailureRecord(hostile, hostile, hostile));

        assertThat(runs().find(run.id()))
                .contains(run.finished(RunStatus.FAILED, NOW, null, new FailureRecord(hostile, hostile, hostile)));
        assertThat(ids(new RunQuery(hostile, RunStatus.FAILED, Set.of(hostile))))
                .containsExactly(run.id());
    }

    @Test
    default void anIdCannotNameAPath() {
        for (String text :
                List.of("../../etc/passwd", "", "20261123T211357042-k3f9x2d/", "20261123T211357042-k3f9x2dq\0")) {
            assertThatThrownBy(() -> new RunId(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`" + text + "` is not a run id, which looks like 20261123T211357042-k3f9x2dq");
        }
        for (String text : List.of("../start", "a/b", "", "a b", "a\0")) {
            assertThatThrownBy(() -> TaskId.of(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`" + text + "` is not the name of a step");
        }
    }
}
