package dev.cairn.engine;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Tells the datastore, again and again, that the process of a run is alive. */
final class Heartbeat {
    private final ScheduledExecutorService executor;

    private Heartbeat(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Beats until it is stopped. */
    static Heartbeat start(Runs runs, RunId run, Clock clock, Duration interval, MemoryWatch memoryWatch) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cairn-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleAtFixedRate(
                () -> beat(runs, run, clock, memoryWatch),
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Heartbeat(executor);
    }

    /** A missed beat is no failure of the run: if the datastore is gone, commits will say so. */
    private static void beat(Runs runs, RunId run, Clock clock, MemoryWatch memoryWatch) {
        try {
            runs.heartbeat(run, clock.instant());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Heartbeat.class).warn("the heartbeat of run {} could not be stored", run, e);
        } catch (Error e) { // or else no more beats would follow, and nobody would hear of it
            memoryWatch.look(e);
            throw e;
        }
    }

    void stop() {
        executor.shutdown();
    }
}
