package dev.cairn.engine.temporal;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The runs of which this worker has executed tasks lately. Thread-safe. */
final class AttachedRuns implements AutoCloseable {
    private static final long UNUSED_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long LOOK_MILLIS = 50;

    private final WorkerFlows flows;
    private final WorkerSettings settings;
    private final WorkerDatastore datastore;
    private final Map<RunId, AttachedRun> runs = new HashMap<>(); // guarded by this
    private final Set<AttachedRun> leaving = new HashSet<>(); // guarded by this

    AttachedRuns(WorkerFlows flows, WorkerSettings settings) {
        this.flows = flows;
        this.settings = settings;
        this.datastore = new WorkerDatastore(settings.datastore());
    }

    /** A run, for an activity that calls {@link AttachedRun#leave} when it ends. */
    synchronized AttachedRun use(String flow, String id) {
        closeUnused();
        RunId run = new RunId(id);
        AttachedRun known = runs.get(run);
        if (known != null && known.use()) {
            return known;
        }
        AttachedRun attached = AttachedRun.of(flows.find(flow, id), settings, datastore, run);
        attached.use();
        runs.put(run, attached);
        if (known != null) { // it was stopped, or its datastore failed
            leaving.add(known);
        }
        return attached;
    }

    private void closeUnused() {
        closeUnused(runs.values(), UNUSED_NANOS);
        closeUnused(leaving, 0);
    }

    private static void closeUnused(Collection<AttachedRun> runs, long nanos) {
        for (Iterator<AttachedRun> each = runs.iterator(); each.hasNext(); ) {
            AttachedRun run = each.next();
            if (run.isUnused(nanos)) {
                each.remove();
                close(run);
            }
        }
    }

    /** What it still has to store, a datastore that failed does not take. */
    private static void close(AttachedRun run) {
        try {
            run.close();
        } catch (DatastoreException e) {
            LoggerFactory.getLogger(AttachedRuns.class).debug("output of run {} could not be stored", run.id(), e);
        }
    }

    /** Waits until no activity uses a run, within reason; false if some still do. */
    synchronized boolean awaitUnused(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (all().anyMatch(run -> !run.isUnused(0))) {
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
        all().forEach(AttachedRun::abandon);
    }

    private Stream<AttachedRun> all() {
        return Stream.concat(runs.values().stream(), leaving.stream());
    }

    @Override
    public synchronized void close() {
        all().forEach(AttachedRuns::close);
        runs.clear();
        leaving.clear();
        datastore.close();
    }
}
