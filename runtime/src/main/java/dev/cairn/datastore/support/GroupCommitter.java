package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: it takes all that is queued, writes it in one transaction, and then tells those who wait. So
 * many tasks share one wait for the disk, while a single one waits for nobody.
 *
 * <p>Thread-safe. If a transaction fails, every later write fails too, until the datastore is opened again: later writes may
 * build on the lost ones, and after a failure of the disk nobody knows what it holds. Only what builds on nothing is tried.
 */
final class Committer implements AutoCloseable {
    /** After so long without a write, the write-ahead log is folded into the database. */
    private static final long IDLE_MILLIS = 1000;

    private static final long RETRY_NANOS = 10_000_000;

    private final Database database;
    private final Reserve reserve;
    private final WriteQueue queue = new WriteQueue();
    private final Supplier<List<WriteQueue.Entry<?>>> nextBatch = () -> queue.take(IDLE_MILLIS);
    private final Supplier<Boolean> exhausted = queue::isExhausted;
    private final Supplier<Boolean> settled = queue::isSettled;
    private final Supplier<Boolean> roomGivenUp;
    private final Thread thread = new Thread(this::run, "cairn-committer");
    private final Teller teller = new Teller();
    private @Nullable DatastoreException failure; // used by the thread only
    private volatile boolean hasWritten;
    private volatile @Nullable CountDownLatch foldWanted;

    Committer(Database database) {
        this.database = database;
        this.reserve = new Reserve(database.directory());
        this.roomGivenUp = reserve::giveUp;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Queues a write. The future completes in a thread that may wait for the datastore, unlike the committer's: so what
     * depends on it may do anything.
     *
     * @throws DatastoreException if the datastore is closed
     */
    <R> CompletableFuture<R> submit(Write<R> write) {
        return teller.tell(enqueue(write));
    }

    /** Queues a write whose result nobody waits for. */
    void submitAndForget(Write<?> write) {
        enqueue(write);
    }

    private <R> CompletableFuture<R> enqueue(Write<R> write) {
        CompletableFuture<R> result = new CompletableFuture<>();
        if (!queue.add(new WriteQueue.Entry<>(write, result, write.weight()))) {
            throw database.closed();
        }
        return result;
    }

    /** Writes, and waits until it is durable. An interrupt does not end the wait: what is queued will happen anyway. */
    <R> R write(Write<R> write) {
        try {
            return enqueue(write).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DatastoreException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Waits until readers see all that was queued before. */
    void settle() {
        if (queue.isSettled()) {
            return;
        }
        try {
            enqueue(session -> true).handle((done, failed) -> true).join();
        } catch (DatastoreException closed) {
            // then the thread settles what is queued, or has done so
        }
    }

    /** Folds the write-ahead log into the database when what is queued is written; waits for it, but not for longer than told. */
    void foldBeforeExit(Duration most) {
        if (thread.isAlive() && hasWritten) {
            CountDownLatch done = new CountDownLatch(1);
            foldWanted = done;
            try {
                submitAndForget(session -> true);
                done.await(most.toNanos(), TimeUnit.NANOSECONDS);
            } catch (DatastoreException closed) {
                // closing folds too
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        @Nullable Session session = null;
        boolean folded = true;
        while (!onceThereIsMemory(exhausted)) {
            List<WriteQueue.Entry<?>> batch = onceThereIsMemory(nextBatch);
            try {
                if (session == null && failure == null && !batch.isEmpty()) {
                    session = database.newWriter();
                    reserve.take();
                }
                if (!batch.isEmpty() && failure != null) {
                    commitAfterFailure(session, batch, failedBefore());
                } else if (!batch.isEmpty()) {
                    folded = false;
                    hasWritten = true;
                    commit(Objects.requireNonNull(session), batch);
                } else if (!folded && session != null) {
                    session.fold();
                    folded = true;
                }
            } catch (SQLException | IOException | RuntimeException | Error e) {
                failTogether(session, batch, e);
            }
            foldIfWanted(session);
        }
        close(session);
    }

    private void foldIfWanted(@Nullable Session session) {
        CountDownLatch wanted = foldWanted;
        if (wanted != null && onceThereIsMemory(settled)) {
            if (session != null && failure == null) {
                session.fold();
            }
            wanted.countDown(); // who ends the process need not wait for what failed
        }
    }

    /** The first failure. What builds on nothing need not share it with those it shared a transaction with. */
    private void failTogether(@Nullable Session session, List<WriteQueue.Entry<?>> batch, Throwable cause) {
        DatastoreException told = told(cause);
        if (failure == null) {
            failure = told;
        }
        commitAfterFailure(session, batch, told);
    }

    /** Tries what builds on nothing, and fails the rest, which may have to hear of that before. */
    private void commitAfterFailure(
            @Nullable Session session, List<WriteQueue.Entry<?>> batch, DatastoreException told) {
        for (int i = 0; i < batch.size(); i++) {
            if (!batch.get(i).write().mayFollowFailure()) {
                fail(batch.get(i), told);
            }
        }
        for (int i = 0; i < batch.size(); i++) {
            WriteQueue.Entry<?> entry = batch.get(i);
            if (entry.write().mayFollowFailure()) {
                boolean committed = session != null
                        && (isCommitted(session, entry)
                                || onceThereIsMemory(roomGivenUp) && isCommitted(session, entry));
                if (!committed) {
                    fail(entry, told);
                }
            }
        }
    }

    private boolean isCommitted(Session session, WriteQueue.Entry<?> alone) {
        try {
            database.requireUnchanged();
            commit(session, List.of(alone));
            return true;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            return false; // the first failure is what the user has to hear of
        }
    }

    private void commit(Session session, List<WriteQueue.Entry<?>> batch) throws SQLException, IOException {
        List<Runnable> tellings = new ArrayList<>(batch.size());
        StoreRow store;
        session.execute("BEGIN IMMEDIATE");
        try {
            StoreSchema.requireCurrent(session, database.directory());
            for (WriteQueue.Entry<?> entry : batch) {
                tellings.add(apply(entry, session));
            }
            session.tallies().write(session);
            store = StoreRow.next(session);
            session.execute("COMMIT");
        } catch (SQLException | IOException | RuntimeException | Error e) {
            rollBack(session);
            throw e;
        }
        database.requireUnchanged();
        database.committed(store);
        conclude(batch, tellings);
    }

    /** Applies a write; what tells those who wait for it, to be called when it is durable. */
    private static <R> Runnable apply(WriteQueue.Entry<R> entry, Session session) throws SQLException, IOException {
        try {
            R result = entry.write().apply(session);
            return () -> entry.result().complete(result);
        } catch (DatastoreException refused) {
            return () -> entry.result().completeExceptionally(refused);
        }
    }

    /** An open transaction would lock other processes out, and nothing could be tried after it. */
    private static void rollBack(Session session) {
        session.tallies().clear();
        try {
            session.executeOnceThereIsMemory("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back itself, or the next transaction will say why it cannot begin
        }
    }

    /** What is durable is told to be, whatever memory there is for that: once, since it is counted. */
    private void conclude(List<WriteQueue.Entry<?>> batch, List<Runnable> tellings) {
        for (int i = 0; i < batch.size(); i++) {
            settle(batch.get(i));
        }
        for (int i = 0; i < tellings.size(); ) {
            try {
                tellings.get(i).run();
                i++;
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    /** Who waits for a write must hear of its failure, or would wait for ever. */
    private void fail(WriteQueue.Entry<?> entry, DatastoreException told) {
        settle(entry);
        while (true) {
            try {
                entry.result().completeExceptionally(told);
                return;
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private void settle(WriteQueue.Entry<?> entry) {
        boolean known = false;
        while (true) {
            try {
                if (!known) {
                    entry.write().settled();
                    known = true;
                }
                queue.settled(1);
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
                        : cause instanceof Exception exception
                                ? database.failed(exception)
                                : new DatastoreException(
                                        "the datastore `" + database.url() + "` failed: " + cause, cause);
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    /** The cause comes first, whoever it is told to: not everybody has heard of it. */
    private DatastoreException failedBefore() {
        DatastoreException first = Objects.requireNonNull(failure);
        while (true) {
            try {
                return new DatastoreException(
                        first.getMessage() + " Nothing was stored since; open the datastore again.", first);
            } catch (OutOfMemoryError e) {
                awaitMemory();
            }
        }
    }

    private void close(@Nullable Session session) {
        if (session != null) {
            try {
                if (failure == null) {
                    session.fold(); // so that a copy of the database alone is whole
                }
                session.close();
                database.closeWriter();
            } catch (SQLException | IOException e) {
                failure = database.failed(e); // of no consequence: what was promised is durable
            }
        }
    }

    /** Waits until all that was queued is durable. */
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
        teller.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
