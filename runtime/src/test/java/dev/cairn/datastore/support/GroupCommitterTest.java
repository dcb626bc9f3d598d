package dev.cairn.datastore.support;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupCommitterTest {
    private static final RunKey RUN = new RunKey(new RunId("20261123T211357042-k3f9x2dq"), 1, 1);

    private final ScriptedStore store = new ScriptedStore();
    private final List<Integer> pauses = Collections.synchronizedList(new ArrayList<>());
    private final GroupCommitter committer = new GroupCommitter(store, new Sender(store, pauses::add));

    @AfterEach
    void close() {
        committer.close();
    }

    private static Write<Boolean> writing(String flow) {
        return new EntryWrite(entry(flow));
    }

    private static Entry entry(String flow) {
        return new Entry.RenameFlow(flow, "com.acme.Flow");
    }

    /** What may follow a failure, since it builds on nothing. */
    private static Write<Boolean> failing(RunId run) {
        return new EntryWrite(end(run));
    }

    private static Entry end(RunId run) {
        return new Entry.EndRun(new RunKey(run, 1, 1), RunStatus.FAILED, Example.NOW, null, null);
    }

    private static List<CommitResult> burning(List<Entry> batch) {
        throw new IllegalStateException("the disk is on fire");
    }

    private static List<CommitResult> lost(List<Entry> batch) {
        throw new UnknownOutcomeException("the answer was lost", new java.io.EOFException());
    }

    @Test
    void whatIsQueuedMeanwhileSharesABatch() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        List<CompletableFuture<Boolean>> later = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            later.add(committer.submit(writing("flow" + i)));
        }
        queued.countDown();

        assertThat(first.join()).isTrue();
        assertThat(later).allSatisfy(write -> assertThat(write.join()).isTrue());
        assertThat(store.batches()).extracting(List::size).containsExactly(1, 100);
    }

    @Test
    void manyAreWrittenInTheirOrderAndAnsweredTogether() {
        store.then(batch -> List.of(COMMITTED, new CommitResult.Fenced(2), COMMITTED));

        CompletableFuture<List<Boolean>> results =
                committer.submitAll(List.of(fenced("first"), fenced("second"), fenced("third")));

        assertThat(results.join()).containsExactly(true, false, true);
        assertThat(store.batches()).containsExactly(List.of(entry("first"), entry("second"), entry("third")));
    }

    private static Write<Boolean> fenced(String flow) {
        return new Hooked(entry(flow)) {};
    }

    @Test
    void manyFailIfOneOfThemFails() {
        store.then(GroupCommitterTest::burning);

        assertThatThrownBy(committer.submitAll(List.of(writing("first"), writing("second")))::join)
                .hasCauseInstanceOf(DatastoreException.class)
                .hasRootCauseMessage("the disk is on fire");
        assertThat(committer.submitAll(List.of()).join()).isEmpty();
    }

    @Test
    void manyAreRefusedOnceItIsClosed() {
        committer.close();

        assertThatThrownBy(() -> committer.submitAll(List.of(writing("late"))))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `scripted:` is closed");
    }

    @Test
    void aRefusedWriteDoesNotHarmTheOthersOfItsBatch() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        store.then(batch ->
                List.of(COMMITTED, new CommitResult.Refused(new DatastoreException("no")), new CommitResult.Fenced(2)));
        CompletableFuture<Boolean> before = committer.submit(writing("before"));
        CompletableFuture<Boolean> refused = committer.submit(writing("refused"));
        CompletableFuture<Boolean> fenced = committer.submit(new EntryWrite(new Entry.Heartbeat(RUN, Example.NOW)));
        queued.countDown();

        assertThat(first.join()).isTrue();
        assertThat(before.join()).isTrue();
        assertThatThrownBy(refused::join)
                .hasRootCauseInstanceOf(DatastoreException.class)
                .hasRootCauseMessage("no");
        assertThatThrownBy(fenced::join)
                .hasRootCauseInstanceOf(DatastoreException.class)
                .hasRootCauseMessage("run " + RUN.id() + " was taken over by another process, so this process can"
                        + " no longer write to it. Follow the run in the other process.");
        assertThat(committer.write(writing("after"))).isTrue();
    }

    @Test
    void afterAFailureNothingIsWrittenAnyMore() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        store.then(GroupCommitterTest::burning);
        CompletableFuture<Boolean> before = committer.submit(writing("before"));
        CompletableFuture<Boolean> failed = committer.submit(writing("failed"));
        queued.countDown();

        assertThat(first.join()).isTrue(); // in a batch of its own
        String message = "the datastore `scripted:` failed: the disk is on fire";
        for (CompletableFuture<?> together : List.of(before, failed)) {
            assertThatThrownBy(together::join)
                    .hasCauseInstanceOf(DatastoreException.class)
                    .cause()
                    .hasMessage(message);
        }
        assertThatThrownBy(() -> committer.write(writing("later")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message + ". Nothing was stored since; open the datastore again.")
                .cause()
                .hasMessage(message);
        committer.settle();
        assertThat(store.batches()).hasSize(2);
    }

    @Test
    void whatBuildsOnNothingIsWrittenWithTheFirstFailureAndAfterIt() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        store.then(GroupCommitterTest::burning);
        CompletableFuture<Boolean> before = committer.submit(writing("before"));
        RunId one = RunId.next(java.time.Clock.systemUTC());
        CompletableFuture<Boolean> together = committer.submit(failing(one));
        CompletableFuture<Boolean> failed = committer.submit(writing("failed"));
        queued.countDown();

        assertThat(first.join()).isTrue();
        assertThat(together.join()).isTrue();
        RunId other = RunId.next(java.time.Clock.systemUTC());
        assertThat(committer.write(failing(other))).isTrue();
        for (CompletableFuture<?> lost : List.of(before, failed)) {
            assertThatThrownBy(lost::join).cause().hasMessage("the datastore `scripted:` failed: the disk is on fire");
        }
        assertThat(store.applied()).containsExactly(entry("first"), end(one), end(other));
        committer.settle();
    }

    @Test
    void whatBuildsOnNothingIsTriedOnceMoreWhereItFailsFirst() {
        store.then(GroupCommitterTest::burning);
        assertThat(committer.write(failing(RUN.id()))).isTrue();

        assertThat(store.roomsAskedFor()).isZero();
        assertThatThrownBy(() -> committer.write(writing("later")))
                .hasMessage("the datastore `scripted:` failed: the disk is on fire. Nothing was stored since; open the"
                        + " datastore again.");
        assertThat(store.applied()).containsExactly(end(RUN.id()));
    }

    @Test
    void thenTheRoomThatIsKeptIsGivenUpForIt() {
        store.withRoom().then(GroupCommitterTest::burning).then(GroupCommitterTest::burning);

        assertThat(committer.write(failing(RUN.id()))).isTrue();
        assertThat(store.roomsAskedFor()).isEqualTo(1);
    }

    @Test
    void whereTheRoomDoesNotHelpEitherTheFirstFailureIsTold() {
        store.withRoom()
                .then(GroupCommitterTest::burning)
                .then(batch -> {
                    throw new IllegalStateException("still on fire");
                })
                .then(GroupCommitterTest::burning);
        assertThatThrownBy(() -> committer.write(failing(RUN.id())))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `scripted:` failed: the disk is on fire");

        assertThat(store.batches()).hasSize(3);
        assertThat(store.applied()).isEmpty();
    }

    @Test
    void whatNobodyKnowsTheFateOfIsSentAgainAsItIs() {
        store.then(GroupCommitterTest::lost).then(GroupCommitterTest::lost);

        assertThat(committer.write(writing("flow"))).isTrue();
        assertThat(store.batches()).hasSize(3).containsOnly(List.of(entry("flow")));
        assertThat(pauses).containsExactly(1, 2);
        assertThat(committer.write(writing("later"))).isTrue();
    }

    @Test
    void afterTenTimesTheStoreIsGivenUp() {
        for (int i = 0; i < 10; i++) {
            store.then(GroupCommitterTest::lost);
        }

        assertThatThrownBy(() -> committer.write(writing("flow")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the answer was lost");
        assertThat(store.batches()).hasSize(10);
        assertThatThrownBy(() -> committer.write(writing("later")))
                .hasMessage("the answer was lost. Nothing was stored since; open the datastore again.");
        assertThat(store.batches()).hasSize(10);
    }

    @Test
    void aDeletionThatIsSentAgainFindsItsOwnWorkDone() {
        store.then(GroupCommitterTest::lost)
                .then(batch -> List.of(new CommitResult.Refused(DatastoreException.noSuchRun(RUN.id()))));

        assertThat(committer.write(new EntryWrite(new Entry.DeleteRun(RUN)))).isTrue();
        store.then(batch -> List.of(new CommitResult.Refused(DatastoreException.noSuchRun(RUN.id()))));
        assertThat(committer.write(new EntryWrite(new Entry.DeleteRun(RUN)))).isFalse();
    }

    @Test
    void whoeverForgetsAnAnswerHasFailed() {
        store.then(batch -> List.of());

        assertThatThrownBy(() -> committer.write(writing("flow")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `scripted:` failed: 1 entries were sent, but 0 results were returned");
    }

    @Test
    void whatIsDurableIsToldToBeThoughMemoryWasShortMeanwhile() {
        AtomicInteger settled = new AtomicInteger();
        Write<Boolean> write = new Hooked(entry("durable")) {
            @Override
            public void settled() {
                if (settled.incrementAndGet() <= 2) {
                    throw new OutOfMemoryError("not now");
                }
            }
        };

        assertThat(committer.write(write)).isTrue();
        assertThat(settled).hasValue(3);
        assertThat(committer.write(writing("later"))).isTrue();
        assertThat(store.applied()).containsExactly(entry("durable"), entry("later"));
    }

    @Test
    void itsThreadOutlivesAWriteThatCannotBeWeighedThere() throws Exception {
        Write<Boolean> write = new Hooked(entry("weighed")) {
            @Override
            public long weight() {
                if (Thread.currentThread().getName().equals("cairn-committer")) {
                    throw new OutOfMemoryError("not there");
                }
                return 1;
            }
        };

        assertThat(committer.submit(write).get(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A write whose other methods a test overrides. */
    private abstract static class Hooked implements Write<Boolean> {
        private final Entry entry;

        Hooked(Entry entry) {
            this.entry = entry;
        }

        @Override
        public Entry entry() {
            return entry;
        }

        @Override
        public Boolean result(CommitResult answer) {
            return answer.equals(COMMITTED);
        }

        @Override
        public long weight() {
            return 1;
        }
    }

    @Test
    @Timeout(60)
    void afterAWhileWithoutAWriteTheStoreIsTidiedOnce() {
        committer.write(writing("flow"));
        while (store.tidied() == 0) {
            Thread.onSpinWait();
        }

        committer.close();

        assertThat(store.tidied()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void whoClosesWaitsUntilAllAreTold() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        startedAndWaiting(queued).thenRun(() -> {
            told.countDown();
            awaitQuietly(go);
        });
        queued.countDown();
        told.await();
        Thread closing = new Thread(committer::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            assertThat(closing.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }

        go.countDown();
        closing.join();
    }

    @Test
    @Timeout(60)
    void anInterruptDoesNotEndTheWaitOfWhoeverCloses() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
        Thread closing = new Thread(() -> {
            committer.close();
            interrupted.add(Thread.interrupted());
        });
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        closing.interrupt();
        queued.countDown();
        closing.join();

        assertThat(interrupted).containsExactly(true);
        assertThat(store.closed()).isTrue();
        assertThat(first.join()).isTrue();
    }

    @Test
    void itsThreadKeepsNoProcessAlive() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        store.then(batch -> {
            threads.add(Thread.currentThread());
            return ScriptedStore.accepted(batch);
        });

        committer.write(writing("flow"));

        assertThat(threads)
                .extracting(Thread::getName, Thread::isDaemon)
                .containsExactly(tuple("cairn-committer", true));
    }

    @Test
    void commitsAreToldInOrder() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> commits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            commits.add(committer.submit(writing("flow" + i)).thenAccept(done -> told.add(number)));
        }
        commits.forEach(CompletableFuture::join);

        assertThat(told).isSorted().hasSize(200);
    }

    @Test
    void whatWasQueuedBeforeTheEndIsWrittenAlsoWhereTheStoreIsBusy() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        CompletableFuture<Boolean> last = committer.submit(writing("last"));
        Thread closing = new Thread(committer::close);
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait(); // until it waits for the store
        }
        assertThat(last).isNotDone();
        assertThat(store.closed()).isFalse();
        queued.countDown();
        closing.join();

        assertThat(first.join()).isTrue();
        assertThat(last.join()).isTrue();
        assertThat(store.applied()).containsExactly(entry("first"), entry("last"));
        assertThat(store.tidied()).isEqualTo(1);
        assertThat(store.closed()).isTrue();
        assertThatThrownBy(() -> committer.write(writing("later")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `scripted:` is closed");
    }

    @Test
    void whoAddsToAFullQueueWaitsUntilThereIsRoom() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        startedAndWaiting(queued);
        Write<Boolean> huge = new Hooked(entry("huge")) {
            @Override
            public long weight() {
                return (64L << 20) + 1;
            }
        };
        committer.submit(huge); // is let in, since there was room
        CompletableFuture<Boolean> next = new CompletableFuture<>();
        Thread adding = new Thread(() -> next.complete(committer.write(writing("next"))));
        adding.start();
        while (adding.getState() != Thread.State.WAITING) {
            Thread.onSpinWait(); // until it waits for room
        }
        assertThat(store.batches()).hasSize(1);
        queued.countDown();

        assertThat(next.join()).isTrue();
        assertThat(store.batches())
                .containsExactly(List.of(entry("first")), List.of(entry("huge")), List.of(entry("next")));
    }

    @Test
    void itIsTidiedBeforeTheProcessEndsOnceItHasWritten() {
        committer.tidyBeforeExit(Duration.ofSeconds(10));
        assertThat(store.tidied()).isZero();

        committer.write(writing("flow"));
        committer.tidyBeforeExit(Duration.ofSeconds(10));
        assertThat(store.tidied()).isEqualTo(1);
        assertThat(committer.write(writing("later"))).isTrue();
    }

    @Test
    @Timeout(60)
    void whatIsBeingWrittenIsTidiedWithIt() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        List<Integer> tidied = Collections.synchronizedList(new ArrayList<>());
        Thread ending = new Thread(() -> {
            committer.tidyBeforeExit(Duration.ofDays(1));
            tidied.add(store.tidied());
        });
        ending.start();
        while (ending.getState() != Thread.State.TIMED_WAITING) {
            assertThat(ending.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        assertThat(store.tidied()).isZero();

        queued.countDown();
        ending.join();

        assertThat(tidied).containsExactly(1);
        assertThat(first.join()).isTrue();
    }

    @Test
    @Timeout(60)
    void afterAFailureItIsNotTidiedAndNobodyWaitsForThat() {
        store.then(GroupCommitterTest::burning);
        assertThatThrownBy(() -> committer.write(writing("failed"))).isInstanceOf(DatastoreException.class);

        committer.tidyBeforeExit(Duration.ofDays(1));
        committer.close();

        assertThat(store.tidied()).isZero();
        assertThat(store.closed()).isTrue();
    }

    @Test
    void whoIsInterruptedWhileItIsTidiedStaysSo() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);

        Thread.currentThread().interrupt();
        committer.tidyBeforeExit(Duration.ofDays(1)); // does not wait for it

        assertThat(Thread.interrupted()).isTrue();
        assertThat(first).isNotDone();
        queued.countDown();
        assertThat(first.join()).isTrue();
    }

    @Test
    void whatNobodyWaitsForIsWrittenToo() {
        committer.submitAndForget(writing("forgotten"));
        committer.settle();

        assertThat(store.applied()).containsExactly(entry("forgotten"));
        committer.close();
        assertThatThrownBy(() -> committer.submitAndForget(writing("late")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `scripted:` is closed");
    }

    /** A write that is being written, alone, until {@code queued}. */
    private CompletableFuture<Boolean> startedAndWaiting(CountDownLatch queued) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        store.then(batch -> {
            started.countDown();
            awaitQuietly(queued);
            return ScriptedStore.accepted(batch);
        });
        CompletableFuture<Boolean> write = committer.submit(writing("first"));
        started.await();
        return write;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
