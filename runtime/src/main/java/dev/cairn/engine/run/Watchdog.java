package dev.cairn.engine.run;

import dev.cairn.engine.ProcessEnd;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run that cannot end by itself: its own threads, or those of its datastore, ran out of memory, so that what they had to do
 * may be undone and with a heap that stays full nobody could even say so; or its datastore does not answer. It has a thread of its
 * own from the start, which allocates nothing.
 */
public final class Watchdog implements AutoCloseable {
    /** So many times the patience a sign of life may take: with the standard one, twice as long as until others take the run for died. */
    private static final int MOST_SILENCE = 6;

    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    /** Who looks so late did not run: the process was stopped, or its machine slept, and its datastore is not to blame. */
    private static final long STOPPED_NANOS = Duration.ofSeconds(5).toNanos();

    /** Why a run was told to end. */
    public enum Cause {
        /** Memory was lost. */
        MEMORY,
        /** The run could give no sign of life. */
        SILENCE
    }

    /** Named here, so that the class is loaded while there is memory. */
    private static final Cause MEMORY = Cause.MEMORY;

    private static final Cause SILENCE = Cause.SILENCE;

    private final Thread runner = Thread.currentThread();
    private final ProcessEnd processEnd;
    private final long patienceNanos;
    private final Thread thread = new Thread(this::watch, "cairn-watchdog");
    private final LongSupplier nanoTime;
    private volatile long lastSign;
    private volatile boolean memoryLost;
    private volatile boolean closed;
    private volatile @Nullable Cause cause;

    /**
     * Watches until it is closed. The calling thread is the one that waits for the run.
     *
     * @param patience how long the run may take to end after memory was lost
     */
    public Watchdog(ProcessEnd processEnd, Duration patience) {
        this(processEnd, patience, System::nanoTime);
    }

    /** For tests, with a clock. */
    public Watchdog(ProcessEnd processEnd, Duration patience, LongSupplier nanoTime) {
        this.processEnd = processEnd;
        this.nanoTime = nanoTime;
        this.lastSign = nanoTime.getAsLong();
        this.patienceNanos = patience.toNanos();
        thread.setDaemon(true);
        thread.start();
    }

    /** The datastore answered to a sign of life, if only with an exception. */
    public void alive() {
        lastSign = nanoTime.getAsLong();
    }

    /** Notes it if {@code failure}, of a thread without which the run cannot go on, is that there was no memory. */
    public void look(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            memoryLost = true;
        }
    }

    /** Why the run was told to end; null if it was not. */
    @Nullable
    public Cause cause() {
        return cause;
    }

    private void watch() {
        long looked = nanoTime.getAsLong();
        while (!closed && !memoryLost && looked - lastSign <= MOST_SILENCE * patienceNanos) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            long now = nanoTime.getAsLong();
            if (now - looked > STOPPED_NANOS) {
                lastSign = now;
            }
            looked = now;
        }
        boolean memory = memoryLost || !closed && isHeapFull(); // without memory, a datastore does not respond either
        long start = System.nanoTime();
        while (!closed && memory && System.nanoTime() - start < patienceNanos) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        while (!closed) {
            try {
                end(memory);
                return;
            } catch (Throwable e) { // even what is prepared may need memory for the first time, in the virtual machine
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        }
    }

    private static boolean isHeapFull() {
        Runtime machine = Runtime.getRuntime();
        long free = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        return free < machine.maxMemory() / 50;
    }

    private void end(boolean memory) {
        cause = memory ? MEMORY : SILENCE;
        runner.interrupt();
        if (memory) {
            processEnd.memoryLost();
        } else {
            processEnd.datastoreSilent();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
