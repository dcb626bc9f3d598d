package dev.cairn.datastore.postgresql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Tries again what failed for a reason that may pass: after pauses that double up to two seconds, of which a random part is waited, so
 * that many processes do not come back at once, and for a bounded time. Thread-safe.
 */
final class Retry {
    private static final long FIRST_NANOS = 50_000_000L;
    private static final long MOST_NANOS = 2_000_000_000L;

    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Pause pause;

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void nanos(long nanos);
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws SQLException;
    }

    Retry(Duration patience) {
        this(patience, System::nanoTime, LockSupport::parkNanos);
    }

    /** For tests: with another clock. */
    Retry(Duration patience, LongSupplier nanoTime, Pause pause) {
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Runs an action until it succeeds.
     *
     * @throws SQLException the last failure, if it is not transient, if it took too long, or if the thread is interrupted
     */
    <T> T run(Action<T> action) throws SQLException {
        long start = nanoTime.getAsLong();
        for (int attempt = 0; ; attempt++) {
            try {
                return action.run();
            } catch (SQLException e) {
                long most = Math.min(MOST_NANOS, FIRST_NANOS << Math.min(attempt, 10));
                long wait = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
                boolean late = nanoTime.getAsLong() - start + wait > patience.toNanos();
                if (!Failures.isTransient(e) || late || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                pause.nanos(wait);
            }
        }
    }
}
