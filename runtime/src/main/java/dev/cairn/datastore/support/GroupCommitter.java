package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: it takes all that is queued, writes it in one batch, and then tells those who wait. So many tasks share
 * one wait for the disk, while a single one waits for nobody.
 *
 * <p>Thread-safe. If a batch fails, every later write fails too, until the datastore is opened again: later writes may build on the
 * lost ones, and after a failure of the disk nobody knows what it holds. Only what builds on nothing is tried.
 */
final class GroupCommitter implements Committer {
    /** After so long without a write, the store is tidied. */
    private static final long IDLE_MILLIS = 1000;

    private static final long RETRY_NANOS = 10_000_000;

    private final RecordStore store;
    private final Sender sender;
    private final WriteQueue queue = new WriteQueue();
    private final Supplier<List<WriteQueue.Queued<?>>> nextBatch = this::nextBatch;
    private final Supplier<Boolean> exhausted = queue::isExhausted;
    private final Supplier<Boolean> settled = queue::isSettled;
    private final Supplier<Boolean> roomMade;
    private final Thread thread = new Thread(this::run, "cairn-committer");
    private final Notifier notifier = new Notifier();
    private boolean tidy = true; // this and what follows: used by the thread only
    private @Nullable DatastoreException failure;
    private volatile boolean hasWritten;
    private volatile @Nullable CountDownLatch tidyingWanted;

    GroupCommitter(RecordStore store, Sender sender) {
        this.store = store;
        this.sender = sender;
        this.roomMade = store::makeRoom;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public <R> CompletableFuture<R> submit(Write<R> write) {
        CompletableFuture<R> result = new CompletableFuture<>();
        enqueue(write, result);
        return notifier.tell(result);
    }

    /** Results come in the order of the queue: when the last one is known, all are. */
    @Override
    public <R> CompletableFuture<List<R>> submitAll(List<Write<R>> writes) {
        List<WriteQueue.Queued<?>> queued = new ArrayList<>(writes.size());
        List<CompletableFuture<R>> results = new ArrayList<>(writes.size());
        for (Write<R> write : writes) {
            CompletableFuture<R> result = new CompletableFuture<>();
            results.add(result);
            queued.add(new WriteQueue.Queued<>(write, result, write.weight()));
        }
        if (!queue.addAll(queued)) {
            throw StoreReader.closed(store.url());
        }
        return writes.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : notifier.tell(results.get(results.size() - 1)).handle((result, thrown) -> Futures.joinAll(results));
    }

    @Override
    public void submitAndForget(Write<?> write) {
        enqueue(write, new CompletableFuture<>());
    }

    private <R> void enqueue(Write<R> write, CompletableFuture<R> result) {
        if (!queue.add(new WriteQueue.Queued<>(write, result, write.weight()))) {
            throw StoreReader.closed(store.url());
        }
    }

    @Override
    public <R> R write(Write<R> write) {
        CompletableFuture<R> result = new CompletableFuture<>();
        enqueue(write, result);
        return Futures.join(result);
    }

    @Override
    public void settle() {
        queue.awaitSettled();
    }

    @Override
    public void tidyBeforeExit(Duration most) {
        if (thread.isAlive() && hasWritten) {
            CountDownLatch done = new CountDownLatch(1);
            tidyingWanted = done;
            queue.wake();
            try {
                done.await(most.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (!onceThereIsMemory(exhausted)) {
            List<WriteQueue.Queued<?>> batch = onceThereIsMemory(nextBatch);
            try {
                if (!batch.isEmpty() && failure != null) {
                    commitAfterFailure(batch, failedBefore());
                } else if (!batch.isEmpty()) {
                    tidy = false;
                    hasWritten = true;
                    commit(batch);
                } else {
                    tidy();
                }
            } catch (RuntimeException | Error e) {
                failTogether(batch, e);
            }
            tidyIfWanted();
        }
        closeStore();
    }

    private List<WriteQueue.Queued<?>> nextBatch() {
        return queue.take(IDLE_MILLIS);
    }

    /** After a failure nobody knows what the store holds: then it is left as it is. */
    private void tidy() {
        if (!tidy && failure == null) {
            tidy = true;
            store.tidy();
        }
    }

    private void tidyIfWanted() {
        CountDownLatch wanted = tidyingWanted;
        if (wanted != null && onceThereIsMemory(settled)) {
            tidyQuietly();
            wanted.countDown(); // who ends the process need not wait for what failed
        }
    }

    private void tidyQuietly() {
        try {
            tidy();
        } catch (RuntimeException | Error e) {
            // nothing is lost; if the store is broken, the next commit will say so
        }
    }

    /** The first failure. What builds on nothing need not share it with those it shared a batch with. */
    private void failTogether(List<WriteQueue.Queued<?>> batch, Throwable cause) {
        DatastoreException told = told(cause);
        if (failure == null) {
            failure = told;
        }
        commitAfterFailure(batch, told);
    }

    /** Tries what builds on nothing, and fails the rest, which may have to hear of that before. */
    private void commitAfterFailure(List<WriteQueue.Queued<?>> batch, DatastoreException told) {
        for (int i = 0; i < batch.size(); i++) {
            if (!batch.get(i).write().mayFollowFailure()) {
                fail(batch.get(i), told);
            }
        }
        for (int i = 0; i < batch.size(); i++) {
            WriteQueue.Queued<?> queued = batch.get(i);
            if (queued.write().mayFollowFailure()
                    && !(isCommitted(queued) || onceThereIsMemory(roomMade) && isCommitted(queued))) {
                fail(queued, told);
            }
        }
    }

    private boolean isCommitted(WriteQueue.Queued<?> alone) {
        try {
            commit(List.of(alone));
            return true;
        } catch (RuntimeException | Error e) {
            return false; // the first failure is what the user has to hear of
        }
    }

    private void commit(List<WriteQueue.Queued<?>> batch) {
        List<Write<?>> writes = new ArrayList<>(batch.size());
        for (WriteQueue.Queued<?> queued : batch) {
            writes.add(queued.write());
        }
        conclude(batch, sender.send(writes));
    }

    /** What is durable is told to be, whatever memory there is for that: once, since it is counted. */
    private void conclude(List<WriteQueue.Queued<?>> batch, List<CommitResult> answers) {
        for (int i = 0; i < batch.size(); i++) {
            settle(batch.get(i));
        }
        countSettled(batch.size());
        for (int i = 0; i < batch.size(); ) {
            try {
                batch.get(i).conclude(answers.get(i));
                i++;
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    /** Who waits for a write must hear of its failure, or would wait for ever. */
    private void fail(WriteQueue.Queued<?> queued, DatastoreException told) {
        settle(queued);
        countSettled(1);
        while (true) {
            try {
                queued.result().completeExceptionally(told);
                return;
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private void settle(WriteQueue.Queued<?> queued) {
        while (true) {
            try {
                queued.write().settled();
                return;
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private void countSettled(int writes) {
        while (true) {
            try {
                queue.settled(writes);
                return;
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    /** Does what ends neither the thread nor a batch for want of memory. To make {@code action} must need none. */
    private <R> R onceThereIsMemory(Supplier<R> action) {
        while (true) {
            try {
                return action.get();
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private void awaitMemory() {
        LockSupport.parkNanos(this, RETRY_NANOS);
    }

    private DatastoreException told(Throwable cause) {
        while (true) {
            try {
                return cause instanceof DatastoreException known
                        ? known
                        : new DatastoreException(
                                "the datastore `" + store.url() + "` failed: "
                                        + (cause instanceof Exception ? cause.getMessage() : cause),
                                cause);
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /** The message starts with the cause, because this caller may not have seen it. */
    private DatastoreException failedBefore() {
        DatastoreException first = Objects.requireNonNull(failure);
        while (true) {
            try {
                return new DatastoreException(
                        sentence(String.valueOf(first.getMessage()))
                                + " Nothing was stored since; open the datastore again.",
                        first);
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private void closeStore() {
        tidyQuietly(); // so that a copy of what is stored is whole
        try {
            store.close();
        } catch (RuntimeException e) {
            // of no consequence: what was promised is durable
        }
    }

    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        notifier.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
