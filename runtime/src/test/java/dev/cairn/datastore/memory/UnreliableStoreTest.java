package dev.cairn.datastore.memory;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static dev.cairn.datastore.CommitResult.LOST;
import static dev.cairn.datastore.TaskStatus.FAILED;
import static dev.cairn.datastore.TaskStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.KernelDatastore;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.UnknownOutcomeException;
import java.io.EOFException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a datastore makes of a store whose requests and answers get lost, that fails, and that others take runs over in. */
class UnreliableStoreTest {
    private final UnreliableStore store = new UnreliableStore();
    private final Datastore datastore = open();
    private final Datastore other = open();
    private final RunRecord run = Example.run("Flow");

    private Datastore open() {
        return KernelDatastore.grouping(store, BlobStore.none(), Compression.none());
    }

    @BeforeEach
    void create() {
        datastore.runs().create(run);
    }

    @AfterEach
    void close() {
        datastore.close();
        other.close();
    }

    private TaskRecord task(String task) {
        return Example.task(run.id(), task);
    }

    private CompletableFuture<CommitResult> commit(TaskRecord record) {
        return datastore.runs().commit(Example.commit(record));
    }

    private List<TaskRecord> stored() {
        return Example.all(other.runs().attempts(run.id()));
    }

    @Test
    void aCommitWhoseAnswerWasLostIsStoredOnce() {
        store.loseNextAnswer();
        assertThat(commit(task("start")).join()).isEqualTo(COMMITTED);

        assertThat(stored()).containsExactly(task("start"));
        assertThat(store.batches().get(1)).isEqualTo(store.batches().get(2)).hasSize(1);
    }

    @Test
    void aCommitWhoseRequestWasLostIsStored() {
        store.loseNextRequest();
        assertThat(commit(task("start")).join()).isEqualTo(COMMITTED);

        assertThat(stored()).containsExactly(task("start"));
    }

    @Test
    void whereAnotherExecutionWasFasterMeanwhileWhatThatStoredIsTheAnswer() {
        TaskRecord theirs = Example.attempt(run.id(), "start", 0, FAILED);
        store.next((batch, below) -> {
            assertThat(other.runs().commit(Example.commit(theirs)).join()).isEqualTo(COMMITTED);
            throw new UnknownOutcomeException("lost", new EOFException());
        });
        CommitResult answer = commit(task("start")).join();

        assertThat(answer).isEqualTo(new CommitResult.Duplicate(theirs));
        assertThat(stored()).containsExactly(theirs);
    }

    @Test
    void anImportWhoseLastAnswerWasLostIsPublished() {
        RunRecord ended = Example.run("Flow").finished(RunStatus.SUCCEEDED, Example.NOW, null, null);
        try (RunImport copy = datastore.runs().beginImport(ended)) {
            store.loseNextAnswer();
            copy.publish();
        }

        assertThat(other.runs().find(ended.id())).contains(ended);
    }

    /** Else both would write under the same key, and the one that fails would take what the other one published with it. */
    @Test
    void ofTwoImportsOfARunOneGoesOn() {
        RunRecord ended = Example.run("Flow").finished(RunStatus.SUCCEEDED, Example.NOW, null, null);
        AtomicReference<RunImport> theirs = new AtomicReference<>();
        store.next((batch, below) -> {
            List<CommitResult> answers = below.apply(batch);
            theirs.set(other.runs().beginImport(ended));
            return answers;
        });

        assertThatThrownBy(() -> datastore.runs().beginImport(ended))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the import of run " + ended.id() + " was dropped, since the same run is being imported by"
                        + " another process, or since it took more than a day. Import it again.");
        theirs.get().publish();
        assertThat(datastore.runs().find(ended.id())).contains(ended);
    }

    @Test
    void theSameCommitIsKnownByItsTokenAndAnotherIsNot() {
        TaskCommit commit = Example.commit(task("start"));

        assertThat(datastore.runs().commit(commit).join()).isEqualTo(COMMITTED);
        assertThat(other.runs().commit(commit).join()).isEqualTo(COMMITTED);
        assertThat(commit(task("start")).join()).isEqualTo(new CommitResult.Duplicate(task("start")));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aRunWhoseCreationIsSentAgainIsCreated() {
        RunRecord next = Example.run("Flow");
        store.loseNextAnswer();
        datastore.runs().create(next);

        assertThat(other.runs().find(next.id())).contains(next);
        assertThatThrownBy(() -> datastore.runs().create(next))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run " + next.id() + " already exists in the datastore");
    }

    @Test
    void aRunOfTheSameIdThatSomebodyElseCreatedIsNotTakenForIt() {
        RunRecord next = Example.run("Flow");
        RunRecord theirs = next.withTags(Set.of("theirs"));
        store.next((batch, below) -> {
            below.apply(List.of(new Entry.CreateRun(theirs)));
            throw new UnknownOutcomeException("lost", new EOFException());
        });

        assertThatThrownBy(() -> datastore.runs().create(next))
                .hasMessage("run " + next.id() + " already exists in the datastore");
    }

    @Test
    void anExclusiveRunWhoseCreationIsSentAgainIsNotKeptFromStartingByItself() {
        RunRecord next = Example.run("Flow").withHeartbeatAt(Instant.now());
        store.loseNextAnswer();
        datastore.runs().createExclusive(next, Set.of(), Duration.ofHours(1));

        assertThat(other.runs().find(next.id())).contains(next);
        assertThat(other.runs().find(run.id()).map(RunRecord::status)).contains(RunStatus.DIED);
    }

    @Test
    void anExclusiveRunIsKeptFromStartingByOneThatWasFasterMeanwhile() {
        RunRecord next = Example.run("Flow");
        RunRecord theirs = Example.run("Flow").withHeartbeatAt(Instant.now());
        store.next((batch, below) -> {
            below.apply(List.of(new Entry.CreateRun(theirs)));
            throw new UnknownOutcomeException("lost", new EOFException());
        });

        assertThatThrownBy(() -> datastore.runs().createExclusive(next, Set.of(), Duration.ofHours(1)))
                .isInstanceOfSatisfying(
                        FlowIsRunningException.class,
                        refusal -> assertThat(refusal.run()).isEqualTo(theirs.id()));
        assertThat(other.runs().find(next.id())).isEmpty();
    }

    @Test
    void aRunWhoseDeletionIsSentAgainIsDeleted() {
        store.loseNextAnswer();

        assertThat(datastore.runs().delete(run.id())).isTrue();
        assertThat(datastore.runs().delete(run.id())).isFalse();
    }

    @Test
    void oneThatIsFencedOrLostHarmsNoOtherOfItsBatch() throws InterruptedException {
        RunRecord fenced = Example.run("Flow");
        datastore.runs().create(fenced);
        assertThat(datastore.runs().attempts(fenced.id(), TaskId.of("start"))).isEmpty(); // so that it knows the epoch
        RunKey key = store.below()
                .read(records -> records.run(fenced.id()))
                .map(StoredRun::key)
                .orElseThrow();
        assertThat(store.below().apply(List.of(new Entry.TakeOver(key)))).containsExactly(COMMITTED);
        assertThat(store.below().apply(List.of(new Entry.TakeOver(key)))).containsExactly(new CommitResult.Fenced(2));
        commit(Example.attempt(run.id(), "train/1", 1, SUCCEEDED)).join();

        Gate gate = new Gate();
        CompletableFuture<CommitResult> first = commit(task("start"));
        gate.awaitFirst();
        List<CompletableFuture<CommitResult>> together = List.of(
                commit(task("train/0")),
                datastore.runs().commit(Example.commit(Example.task(fenced.id(), "start"), new byte[] {1, 2})),
                commit(task("train/1")),
                commit(task("train/2")));
        gate.open();

        assertThat(first.join()).isEqualTo(COMMITTED);
        assertThat(together)
                .extracting(CompletableFuture::join)
                .containsExactly(COMMITTED, new CommitResult.Fenced(2), LOST, COMMITTED);
        assertThat(store.batches().get(store.batches().size() - 1)).hasSize(4);
        assertThat(other.runs().attempts(fenced.id(), TaskId.of("start"))).isEmpty();
        assertThatThrownBy(() -> datastore.runs().heartbeat(fenced.id(), Example.NOW))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(
                        "run " + fenced.id() + " was taken over by another process, so this process can no longer write"
                                + " to it. Follow the run in the other process.");
        datastore.runs().tag(fenced.id(), Set.of("anybody-may"), Set.of());
        assertThat(other.runs().find(fenced.id()).orElseThrow().tags()).containsExactly("anybody-may");
    }

    /** Holds back the next batch, so that what comes after it is sent together. */
    private final class Gate {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        Gate() {
            store.next((batch, below) -> {
                arrived.countDown();
                try {
                    opened.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return below.apply(batch);
            });
        }

        void awaitFirst() throws InterruptedException {
            arrived.await();
        }

        void open() {
            opened.countDown();
        }
    }

    @Test
    void whatIsOnItsWayIsReadHereAndNowhereElse() throws InterruptedException {
        byte[] small = {1, 2, 3};
        Address address = Address.ofContent(small);
        Gate gate = new Gate();
        CompletableFuture<CommitResult> commit = datastore.runs().commit(Example.commit(task("refine#3"), small));
        gate.awaitFirst();

        assertThat(datastore.runs().task(run.id(), TaskId.parse("refine#3"))).contains(task("refine#3"));
        assertThat(datastore.runs().lastTask(run.id(), "refine", List.of())).contains(task("refine#3"));
        assertThat(datastore.blobs().read(address)).isEqualTo(small);
        assertThat(other.runs().task(run.id(), TaskId.parse("refine#3"))).isEmpty();
        assertThat(other.blobs().find(address)).isEmpty();
        assertThat(commit).isNotDone();
        gate.open();

        assertThat(commit.join()).isEqualTo(COMMITTED);
        assertThat(datastore.runs().task(run.id(), TaskId.parse("refine#3"))).contains(task("refine#3"));
        assertThat(other.blobs().read(address)).isEqualTo(small);
    }

    @Test
    void ofABatchThatFailsNothingIsReadAnyMore() {
        store.next((batch, below) -> {
            throw new IllegalStateException("out of paper");
        });
        CompletableFuture<CommitResult> commit =
                datastore.runs().commit(Example.commit(task("start"), new byte[] {1, 2, 3}));

        assertThatThrownBy(commit::join)
                .cause()
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `memory:` failed: out of paper");
        assertThat(datastore.runs().task(run.id(), TaskId.of("start"))).isEmpty();
        assertThat(datastore.blobs().find(Address.ofContent(new byte[] {1, 2, 3})))
                .isEmpty();
    }

    @Test
    void aBlobThatWentMissingIsBroughtOnceMore() {
        byte[] blob = {1, 2, 3};
        Address address = Address.ofContent(blob);
        store.next((batch, below) -> List.of(new CommitResult.MissingBlob(address)));
        assertThat(datastore.runs().commit(Example.commit(task("start"), blob)).join())
                .isEqualTo(COMMITTED);
        assertThat(other.blobs().read(address)).isEqualTo(blob);

        store.next((batch, below) -> List.of(new CommitResult.MissingBlob(address)));
        store.next((batch, below) -> List.of(new CommitResult.MissingBlob(address)));
        assertThat(datastore.runs().commit(Example.commit(task("end"), blob)).join())
                .isEqualTo(new CommitResult.MissingBlob(address));
    }

    @Test
    void aBlobWhoseBytesAreNotAtHandIsForTheCallerToPut() {
        Address address = Address.ofContent(new byte[] {9});
        store.next((batch, below) -> List.of(new CommitResult.MissingBlob(address)));
        TaskCommit commit = new TaskCommit(task("start"), Map.of());

        assertThat(datastore.runs().commit(commit).join()).isEqualTo(new CommitResult.MissingBlob(address));
        assertThat(stored()).isEmpty();
        assertThat(datastore.runs().commit(commit).join()).isEqualTo(COMMITTED);
    }
}
