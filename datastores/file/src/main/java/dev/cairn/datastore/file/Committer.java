package dev.cairn.datastore.file;

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
    private final Thread thread = new Thread(this::run, "cairn-committer");
    private final Teller teller = new Teller();
    private @Nullable DatastoreException failure; // used by the thread only
    private volatile boolean hasWritten;
    private volatile @Nullable CountDownLatch foldWanted;

    Committer(Database database) {
        this.database = database;
        this.reserve = new Reserve(database.directory());
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
        if (!queue.add(new WriteQueue.Entry<>(write, result))) {
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
        while (!queue.isExhausted()) {
            List<WriteQueue.Entry<?>> batch = queue.take(IDLE_MILLIS);
            try {
                if (session == null && failure == null && !batch.isEmpty()) {
                    session = database.newWriter();
                    reserve.take();
                }
                if (!batch.isEmpty() && failure != null) {
                    commitAfterFailure(session, batch);
                } else if (!batch.isEmpty()) {
                    folded = false;
                    hasWritten = true;
                    commit(Objects.requireNonNull(session), batch);
                } else if (!folded && session != null) {
                    session.fold();
                    folded = true;
                }
            } catch (SQLException | IOException | RuntimeException | Error e) {
                fail(batch, e);
            }
            foldIfWanted(session);
        }
        close(session);
    }

    private void foldIfWanted(@Nullable Session session) {
        CountDownLatch wanted = foldWanted;
        if (wanted != null && queue.isSettled()) {
            if (session != null && failure == null) {
                session.fold();
            }
            wanted.countDown(); // who ends the process need not wait for what failed
        }
    }

    private void commitAfterFailure(@Nullable Session session, List<WriteQueue.Entry<?>> batch) {
        DatastoreException told = onceThereIsMemory(this::failedBefore);
        for (WriteQueue.Entry<?> entry : batch) {
            List<WriteQueue.Entry<?>> alone = onceThereIsMemory(() -> List.of(entry));
            boolean committed = session != null
                    && entry.write().mayFollowFailure()
                    && (isCommitted(session, alone) || reserve.giveUp() && isCommitted(session, alone));
            if (!committed) {
                fail(alone, told);
            }
        }
    }

    private boolean isCommitted(Session session, List<WriteQueue.Entry<?>> batch) {
        try {
            database.requireUnchanged();
            commit(session, batch);
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
        batch.forEach(entry -> entry.write().settled());
        queue.settled(batch.size());
        tellings.forEach(Runnable::run);
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

    private static void rollBack(Session session) {
        session.tallies().clear();
        try {
            session.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back itself, or the next transaction will say why it cannot begin
        }
    }

    /** Who waits for a write must hear of its failure, or would wait for ever. */
    private void fail(List<WriteQueue.Entry<?>> batch, Throwable cause) {
        DatastoreException told = onceThereIsMemory(() -> told(cause));
        if (failure == null) {
            failure = told;
        }
        for (WriteQueue.Entry<?> entry : batch) {
            onceThereIsMemory(() -> {
                entry.write().settled();
                return true;
            });
        }
        queue.settled(batch.size());
        for (WriteQueue.Entry<?> entry : batch) {
            onceThereIsMemory(() -> entry.result().completeExceptionally(told));
        }
    }

    private <R> R onceThereIsMemory(Supplier<R> action) {
        while (true) {
            try {
                return action.get();
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(this, RETRY_NANOS);
            }
        }
    }

    private DatastoreException told(Throwable cause) {
        return cause instanceof DatastoreException known
                ? known
                : cause instanceof Exception exception
                        ? database.failed(exception)
                        : new DatastoreException("the datastore `" + database.url() + "` failed: " + cause, cause);
    }

    /** The cause comes first, whoever it is told to: not everybody has heard of it. */
    private DatastoreException failedBefore() {
        DatastoreException first = Objects.requireNonNull(failure);
        return new DatastoreException(
                first.getMessage() + " Nothing was stored since; open the datastore again.", first);
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
