package dev.cairn.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a run whose own threads, or those of its datastore, ran out of memory: what they had to do may be undone, and with a heap
 * that stays full nobody could even say so. It has a thread of its own from the start, which allocates nothing.
 */
final class MemoryWatch implements AutoCloseable {
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    private final Thread runner = Thread.currentThread();
    private final ProcessEnd processEnd;
    private final long patienceNanos;
    private final Thread thread = new Thread(this::watch, "cairn-memory-watch");
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile boolean ended;

    /**
     * Watches until it is closed. The calling thread is the one that waits for the run.
     *
     * @param patience how long the run may take to end after memory was lost
     */
    MemoryWatch(ProcessEnd processEnd, Duration patience) {
        this.processEnd = processEnd;
        this.patienceNanos = patience.toNanos();
        thread.setDaemon(true);
        thread.start();
    }

    /** A thread without which the run cannot go on had no memory. Allocates nothing. */
    void lost() {
        lost = true;
    }

    /** Notes it if {@code failure} is that there was no memory. Allocates nothing. */
    void look(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            lost();
        }
    }

    /** Whether the run was told to end because memory was lost. */
    boolean ended() {
        return ended;
    }

    private void watch() {
        while (!lost && !closed) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        long start = System.nanoTime();
        while (!closed && System.nanoTime() - start < patienceNanos) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        if (!closed) {
            ended = true;
            runner.interrupt();
            processEnd.memoryLost();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
