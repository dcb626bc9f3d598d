package dev.cairn.engine.task;

/**
 * The time in which a step method may leave something behind. A method that ignores the end of its time may go on for ever; what
 * it does then is in vain. Thread-safe.
 */
public final class Lifetime {
    private boolean over; // guarded by this

    /** Does {@code action} wholly before the end; false, with nothing done, after it. */
    synchronized boolean during(Runnable action) {
        if (!over) {
            action.run();
        }
        return !over;
    }

    public synchronized void end() {
        over = true;
    }
}
