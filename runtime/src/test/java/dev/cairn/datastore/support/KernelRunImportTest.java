package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The entries that an imported run is made of. */
@Timeout(60)
class KernelRunImportTest {
    private static final RunRecord RUN = Example.run("Flow").finished(RunStatus.SUCCEEDED, Example.NOW, null, null);
    private static final RunKey KEY = new RunKey(RUN.id(), 7, 2);
    private static final TaskId TRAIN = TaskId.of("train");
    private static final List<LogLine> LINES = List.of(new LogLine(Example.NOW, LogLine.Stream.LOG, "a"));
    private static final FileRecord FILE =
            new FileRecord("key", new BlobInfo(Address.ofContent(new byte[1]), 1), Example.NOW);

    private final ScriptedStore store = new ScriptedStore();
    private final LogFormat logFormat = new LogFormat(Compression.none());
    private final Committer committer = new DirectCommitter(store, new Sender(store));
    private final GroupCommitter grouping = new GroupCommitter(store, new Sender(store));
    private final KernelRunImport imported = new KernelRunImport(RUN, KEY, committer, logFormat);

    @AfterEach
    void close() {
        grouping.close();
    }

    private static TaskRecord task(String task) {
        return Example.task(RUN.id(), task);
    }

    private Entry last() {
        List<Entry> applied = store.applied();
        return applied.get(applied.size() - 1);
    }

    private static List<CommitResult> refused(List<Entry> batch) {
        return List.of(new CommitResult.Refused(DatastoreException.noSuchRun(RUN.id())));
    }

    @Test
    void attemptsComeWithATokenThatIsAnotherForEach() {
        imported.attempt(task("train/0"));
        Entry.ImportTask first = (Entry.ImportTask) last();
        imported.attempt(task("train/1"));
        Entry.ImportTask second = (Entry.ImportTask) last();

        assertThat(first.run()).isEqualTo(KEY);
        assertThat(first.record()).isEqualTo(task("train/0"));
        assertThat(second.record()).isEqualTo(task("train/1"));
        assertThat(first.token()).isNotEqualTo(second.token()).isOdd();
        assertThat(second.token()).isOdd(); // so it is not 0
        assertThat(first.encoded()).isEqualTo(TaskRecordFormat.write(first.record(), first.token()));
    }

    @Test
    void anAttemptMayHaveOutputOnceThereIsSome() {
        imported.attempt(task("start"));
        assertThat(((Entry.ImportTask) last()).logged()).isFalse();
        imported.log(TRAIN, 1, List.of());
        imported.attempt(task("train"));
        assertThat(((Entry.ImportTask) last()).logged()).isFalse();
        assertThat(store.applied()).hasSize(2);

        imported.log(TRAIN, 1, LINES);
        Entry.AppendLog log = (Entry.AppendLog) last();
        assertThat(log.run()).isEqualTo(KEY);
        assertThat(log.task()).isEqualTo(TRAIN);
        assertThat(log.attempt()).isOne();
        assertThat(log.token()).isOdd();
        assertThat(log.chunks()).hasSize(1);
        imported.attempt(task("end"));
        assertThat(((Entry.ImportTask) last()).logged()).isTrue();
    }

    @Test
    void filesAreStoredByTheirKey() {
        imported.file(FILE);

        assertThat(last()).isEqualTo(new Entry.ImportFile(KEY, FILE));
    }

    @Test
    void anAttemptOfAnotherRunIsNotPartOfIt() {
        RunId other = RunId.next(Clock.systemUTC());

        assertThatThrownBy(() -> imported.attempt(Example.task(other, "train")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an attempt of run " + other + " cannot be imported as part of run " + RUN.id());
        assertThat(store.batches()).isEmpty();
    }

    @Test
    void onceItIsPublishedNothingIsAddedAndNothingIsDropped() {
        imported.attempt(task("train"));
        imported.publish();
        assertThat(last()).isEqualTo(new Entry.EndImport(KEY, RUN));

        for (ThrowingCallable late : List.<ThrowingCallable>of(
                () -> imported.attempt(task("late")),
                () -> imported.log(TRAIN, 0, LINES),
                () -> imported.file(FILE),
                imported::publish)) {
            assertThatThrownBy(late)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("run " + RUN.id() + " is published");
        }
        imported.close();
        assertThat(store.applied()).hasSize(2);
    }

    @Test
    void whatIsNotPublishedIsDropped() {
        imported.attempt(task("train"));

        imported.close();

        assertThat(last()).isEqualTo(new Entry.DeleteRun(KEY));
    }

    @Test
    void thatItCannotBeDroppedIsOfNoConsequence() {
        store.then(batch -> {
            throw new DatastoreException("no");
        });

        imported.close();

        assertThat(store.batches()).containsExactly(List.of(new Entry.DeleteRun(KEY)));
    }

    @Test
    void whatIsRefusedIsToldBeforeItIsPublished() {
        store.then(KernelRunImportTest::refused);
        imported.file(FILE);

        assertThatThrownBy(imported::publish)
                .isInstanceOf(DatastoreException.class)
                .hasMessage(ImportWrite.dropped(RUN.id()).getMessage());
        assertThat(store.applied()).isEmpty();
    }

    @Test
    void whoBringsMoreThanAThousandWaitsForTheFirst() throws InterruptedException {
        CountDownLatch disk = new CountDownLatch(1);
        store.then(batch -> {
            awaitQuietly(disk);
            return ScriptedStore.accepted(batch);
        });
        KernelRunImport many = new KernelRunImport(RUN, KEY, grouping, logFormat);
        for (int i = 0; i < 1000; i++) {
            many.file(FILE);
        }
        Thread bringing = new Thread(() -> many.file(FILE));
        bringing.start();
        while (bringing.getState() != Thread.State.WAITING) {
            assertThat(bringing.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }

        disk.countDown();
        bringing.join();
        many.publish();
        assertThat(store.applied()).hasSize(1002);
        assertThat(last()).isEqualTo(new Entry.EndImport(KEY, RUN));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
