package dev.cairn.engine.temporal;

import dev.cairn.datastore.RunId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The runs of which this worker has executed tasks lately. Thread-safe. */
final class AttachedRuns implements AutoCloseable {
    private static final long UNUSED_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long LOOK_MILLIS = 50;

    private final WorkerFlows flows;
    private final WorkerSettings settings;
    private final Map<RunId, AttachedRun> runs = new HashMap<>(); // guarded by this

    AttachedRuns(WorkerFlows flows, WorkerSettings settings) {
        this.flows = flows;
        this.settings = settings;
    }

    /** A run, for an activity that calls {@link AttachedRun#leave} when it ends. */
    synchronized AttachedRun use(String flow, String id) {
        closeUnused();
        RunId run = new RunId(id);
        AttachedRun known = runs.get(run);
        if (known == null || !known.use()) { // what was stopped is on its way out
            AttachedRun attached = AttachedRun.of(flows.find(flow, id), settings, run);
            attached.use();
            runs.put(run, attached);
            return attached;
        }
        return known;
    }

    private void closeUnused() {
        for (Iterator<AttachedRun> each = runs.values().iterator(); each.hasNext(); ) {
            AttachedRun run = each.next();
            if (run.isUnused(UNUSED_NANOS)) {
                each.remove();
                run.close();
            }
        }
    }

    /** Waits until no activity uses a run, within reason; false if some still do. */
    synchronized boolean awaitUnused(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (runs.values().stream().anyMatch(run -> !run.isUnused(0))) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, LOOK_MILLIS));
        }
        return true;
    }

    /** Leaves everything that runs to other workers. */
    synchronized void abandon() {
        runs.values().forEach(AttachedRun::abandon);
    }

    @Override
    public synchronized void close() {
        runs.values().forEach(AttachedRun::close);
        runs.clear();
    }
}
