package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Under which key, and with what, entries of a run are sent to the store. */
@Timeout(60)
class KernelRunsTest {
    private final Table table = new Table();
    private final CountDownLatch disk = new CountDownLatch(1);
    private final Datastore datastore = KernelDatastore.direct(table, BlobStore.none(), Compression.none());
    private final Datastore grouping = KernelDatastore.grouping(table, BlobStore.none(), Compression.none());
    private final RunRecord one = Example.run("One");
    private final RunRecord other = Example.run("Other");

    /** Accepts everything, and finds the runs that a test says. */
    private final class Table extends NoRecords implements RecordStore {
        private final Map<RunId, StoredRun> runs = new HashMap<>();
        private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> limits = new ArrayList<>();
        private List<StoredRun> listed = List.of();
        private @Nullable TaskRecord last;
        private boolean slow;

        void add(RunRecord run, long number, long epoch) {
            runs.put(run.id(), new StoredRun(run, number, epoch));
        }

        @Override
        public String url() {
            return "table:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            if (slow) {
                awaitDisk();
            }
            entries.addAll(batch);
            return Collections.nCopies(batch.size(), CommitResult.COMMITTED);
        }

        @Override
        public <T> T read(Function<Records, T> read) {
            return read.apply(this);
        }

        @Override
        public Optional<StoredRun> run(RunId run) {
            return Optional.ofNullable(runs.get(run));
        }

        @Override
        public List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit) {
            limits.add(limit);
            int from = before == null
                    ? 0
                    : 1 + listed.stream().map(run -> run.record().id()).toList().indexOf(before);
            return listed.stream().skip(from).limit(limit).toList();
        }

        @Override
        public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
            return Optional.ofNullable(last).map(record -> new StoredTask(record, 1, 0, 0));
        }

        @Override
        public void close() {}
    }

    private void awaitDisk() {
        try {
            disk.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        disk.countDown();
        grouping.close();
    }

    private static TaskCommit commit(RunRecord run, String task) {
        return Example.commit(Example.task(run.id(), task));
    }

    private List<Entry.CommitTask> commits() {
        return table.entries.stream().map(Entry.CommitTask.class::cast).toList();
    }

    private RunKey keyOfHeartbeat() {
        datastore.runs().heartbeat(one.id(), Example.NOW);
        return ((Entry.Heartbeat) table.entries.get(table.entries.size() - 1)).run();
    }

    @Test
    void theEpochIsThatOfTheOwnerWhoWasMetFirst() {
        table.add(one, 1, 1);
        assertThat(keyOfHeartbeat()).isEqualTo(new RunKey(one.id(), 1, 1));

        table.add(one, 1, 2);
        datastore.runs().find(one.id());

        assertThat(keyOfHeartbeat()).isEqualTo(new RunKey(one.id(), 1, 1));
    }

    @Test
    void whoSeesARunThatWasImportedAgainKnowsItsNewNumber() {
        table.add(one, 1, 1);
        keyOfHeartbeat();
        table.add(one, 2, 3);
        assertThat(keyOfHeartbeat()).isEqualTo(new RunKey(one.id(), 1, 1));

        assertThat(datastore.runs().find(one.id())).contains(one);
        assertThat(keyOfHeartbeat()).isEqualTo(new RunKey(one.id(), 2, 3));

        StoredRun again = new StoredRun(one, 4, 1);
        table.listed = List.of(again);
        assertThat(Example.all(datastore.runs().list(RunQuery.all()))).containsExactly(one);
        assertThat(keyOfHeartbeat()).isEqualTo(new RunKey(one.id(), 4, 1));
    }

    @Test
    void ofADeletedRunTheKeyIsForgotten() {
        table.add(one, 1, 1);
        assertThat(datastore.runs().delete(one.id())).isTrue();
        assertThat(table.entries).containsExactly(new Entry.DeleteRun(new RunKey(one.id(), 1, 1)));

        table.add(one, 2, 1);
        assertThat(keyOfHeartbeat()).isEqualTo(new RunKey(one.id(), 2, 1));
        assertThat(datastore.runs().delete(other.id())).isFalse();
        assertThat(table.entries).hasSize(2);
    }

    @Test
    void eachOfManyCommitsIsSentWithTheKeyOfItsRun() {
        table.add(one, 1, 1);
        table.add(other, 2, 5);
        List<TaskCommit> commits = List.of(
                commit(one, "train/0"), commit(one, "train/1"), commit(other, "train/0"), commit(one, "train/2"));

        assertThat(datastore.runs().commitAll(commits).join())
                .isEqualTo(Collections.nCopies(4, CommitResult.COMMITTED));
        RunKey ofOne = new RunKey(one.id(), 1, 1);
        assertThat(commits().stream().map(Entry.CommitTask::run))
                .containsExactly(ofOne, ofOne, new RunKey(other.id(), 2, 5), ofOne);
        assertThat(commits().stream().map(Entry.CommitTask::record))
                .containsExactlyElementsOf(
                        commits.stream().map(TaskCommit::record).toList());
    }

    @Test
    void anAttemptIsSentAsLoggedIfItWroteOutput() {
        table.add(one, 1, 1);
        table.add(other, 2, 1);
        List<LogLine> lines = List.of(new LogLine(Example.NOW, LogLine.Stream.LOG, "a"));
        for (String task : List.of("train/0", "train/1")) {
            datastore.runs().log(one.id(), TaskId.parse(task), 0, lines);
        }
        datastore.runs().log(one.id(), TaskId.parse("train/2"), 0, List.of());
        datastore.runs().log(one.id(), TaskId.parse("train/3"), 1, lines);
        table.entries.clear();

        datastore.runs().commit(commit(one, "train/0"));
        datastore.runs().commit(commit(one, "train/0")); // which has been told
        datastore.runs().commit(commit(other, "train/1"));
        datastore.runs().commitAll(List.of(commit(one, "train/1"), commit(one, "train/2"), commit(one, "train/3")));

        assertThat(commits().stream().map(Entry.CommitTask::logged))
                .containsExactly(true, false, false, true, false, false);
    }

    /** Not only when somebody reads what they return. */
    @Test
    void onceItIsClosedEachQuestionIsRefusedAlsoOfARunThatIsKnown() {
        table.add(one, 1, 1);
        keyOfHeartbeat();
        Runs runs = datastore.runs();
        datastore.close();

        for (ThrowingCallable late : List.<ThrowingCallable>of(
                () -> runs.tasks(one.id(), "train"),
                () -> runs.attempts(one.id()),
                () -> runs.files(one.id(), ""),
                () -> runs.log(one.id(), TaskId.RUN, 0),
                () -> runs.log(one.id(), TaskId.RUN, 0, List.of()))) {
            assertThatThrownBy(late)
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `table:` is closed");
        }
    }

    @Test
    void theFirstPageOfRunsIsSmall() {
        table.listed = IntStream.range(0, 300)
                .mapToObj(i -> new StoredRun(Example.run("Flow" + i), i + 1, 1))
                .toList();

        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            assertThat(runs.findFirst()).contains(table.listed.get(0).record());
        }
        assertThat(table.limits).containsExactly(4);

        assertThat(Example.all(datastore.runs().list(RunQuery.all())))
                .isEqualTo(table.listed.stream().map(StoredRun::record).toList());
        assertThat(table.limits).containsExactly(4, 4, 256, 256, 256);
    }

    @Test
    void theLastTaskIsStoredOrOnItsWay() {
        table.slow = true;
        table.add(one, 1, 1);
        TaskRecord onItsWay = Example.task(one.id(), "train/5");
        grouping.runs().commit(Example.commit(onItsWay));

        assertThat(lastTask()).contains(onItsWay);
        table.last = Example.task(one.id(), "train/4");
        assertThat(lastTask()).contains(onItsWay);
        table.last = Example.task(one.id(), "train/6");
        assertThat(lastTask()).contains(table.last);
        table.last = Example.attempt(one.id(), "train/5", 1, TaskStatus.SUCCEEDED);
        assertThat(lastTask()).contains(table.last); // of one task, that which is stored
    }

    @Test
    void ofWhatIsNotOnItsWayTheLastTaskIsStored() {
        table.add(one, 1, 1);
        assertThat(lastTask()).isEmpty();

        table.last = Example.task(one.id(), "train/4");
        assertThat(lastTask()).contains(table.last);
    }

    private Optional<TaskRecord> lastTask() {
        return grouping.runs().lastTask(one.id(), "train", List.of());
    }
}
