package dev.cairn.engine.task;

import java.util.concurrent.locks.ReentrantLock;

/**
 * The time in which a step method may leave something behind. A method that ignores the end of its time may go on for ever; what
 * it does then is in vain. Thread-safe.
 */
public final class Lifetime {
    private final ReentrantLock lock =
            new ReentrantLock(); // no monitor: what is done meanwhile may wait for the datastore
    private boolean over; // guarded by the lock

    /** Does {@code action} wholly before the end; false, with nothing done, after it. */
    boolean during(Runnable action) {
        lock.lock();
        try {
            if (!over) {
                action.run();
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    public void end() {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
        }
    }
}
