package dev.cairn.engine.run;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * Tells the datastore, again and again, that the process of a run is alive. Its thread outlives whatever is thrown, be it in a heap
 * that is full: a scheduled executor would give up without a word.
 */
public final class Heartbeat {
    private final Runs runs;
    private final RunId run;
    private final Clock clock;
    private final long intervalNanos;
    private final Watchdog watchdog;
    private final Runnable stop;
    private final Thread thread = new Thread(this::beat, "cairn-heartbeat");
    private volatile boolean stopped;

    private Heartbeat(Runs runs, RunId run, Clock clock, Duration interval, Watchdog watchdog, Runnable stop) {
        this.runs = runs;
        this.run = run;
        this.clock = clock;
        this.intervalNanos = interval.toNanos();
        this.watchdog = watchdog;
        this.stop = stop;
        thread.setDaemon(true);
    }

    /**
     * Beats until it is stopped.
     *
     * @param stop is called after each beat if somebody asked to stop the run
     */
    public static Heartbeat start(
            Runs runs, RunId run, Clock clock, Duration interval, Watchdog watchdog, Runnable stop) {
        Heartbeat heartbeat = new Heartbeat(runs, run, clock, interval, watchdog, stop);
        heartbeat.thread.start();
        return heartbeat;
    }

    private void beat() {
        long last = System.nanoTime();
        while (!stopped) {
            long left = intervalNanos - (System.nanoTime() - last);
            if (left > 0) {
                LockSupport.parkNanos(this, left);
                continue;
            }
            last = System.nanoTime();
            try {
                beatOnce();
            } catch (Throwable e) { // without memory not even a warning can be written
                watchdog.look(e);
            }
        }
    }

    /** A missed beat is no failure of the run: if the datastore is gone, commits will say so. */
    private void beatOnce() {
        try {
            runs.heartbeat(run, clock.instant());
            if (runs.find(run)
                    .filter(record -> record.stopRequestedAt() != null)
                    .isPresent()) {
                stop.run();
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Heartbeat.class).warn("the heartbeat of run {} could not be stored", run, e);
        }
        watchdog.alive();
    }

    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}
