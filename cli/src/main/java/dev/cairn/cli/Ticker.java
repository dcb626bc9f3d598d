package dev.cairn.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Does something again and again, on a thread of its own, until it is closed. */
final class Ticker implements AutoCloseable {
    private final long nanos;
    private final Runnable action;
    private volatile boolean closed;
    private volatile boolean asked;
    private final Thread thread;

    private Ticker(Duration interval, Runnable action) {
        this.nanos = interval.toNanos();
        this.action = action;
        this.thread = new Thread(this::tick, "cairn-progress");
        thread.setDaemon(true);
    }

    /** Starts. Where the machine has no more threads, nothing happens. */
    static Ticker start(Duration interval, Runnable action) {
        Ticker ticker = new Ticker(interval, action);
        try {
            ticker.thread.start();
        } catch (OutOfMemoryError e) {
            // a run without progress is better than none
        }
        return ticker;
    }

    private void tick() {
        long last = System.nanoTime();
        while (!closed) {
            long left = nanos - (System.nanoTime() - last);
            if (left > 0 && !asked) {
                LockSupport.parkNanos(this, left);
                continue;
            }
            last = System.nanoTime();
            asked = false;
            try {
                action.run();
            } catch (OutOfMemoryError e) {
                // what there is to say about that, others say
            }
        }
    }

    /** Does it now. */
    void now() {
        asked = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
