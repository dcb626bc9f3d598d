package dev.cairn.engine.task;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.LastTasks;
import dev.cairn.runtime.graph.ParentTasks;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The finished tasks of a run. Those that were used last are kept, so that a task finds its parents in memory: as many as fit
 * into some bytes, for records hold small values themselves, and nobody knows how many. Thread-safe.
 */
public final class FinishedTasks implements ParentTasks.Lookup {
    private static final long MOST_BYTES = 32L << 20;

    /** No more than this part of the heap, where it is small: the garbage collector copies what is kept for a while again and again. */
    private static final int PART_OF_HEAP = 64;

    private static final long RECORD_BYTES = 400;
    private static final long ARTIFACT_BYTES = 200;
    private static final long PARENT_BYTES = 100;

    private final Datastore datastore;
    private final RunRecord run;
    private final long capacity;
    private final Map<TaskId, Kept> recent =
            new LinkedHashMap<>(64, 0.75f, true); // this and what follows: guarded by this
    private long bytes;

    /** Those of one run. */
    public FinishedTasks(Datastore datastore, RunRecord run) {
        this(datastore, run, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    /**
     * For tests.
     *
     * @param capacity how many bytes may be kept; the record that was added last is kept in any case
     */
    FinishedTasks(Datastore datastore, RunRecord run, long capacity) {
        this.datastore = datastore;
        this.run = run;
        this.capacity = capacity;
    }

    /**
     * What is kept.
     *
     * @param weight about how many bytes
     */
    private record Kept(TaskRecord record, long weight) {}

    public void add(TaskRecord record) {
        add(new Kept(record, weight(record)));
    }

    private synchronized void add(Kept added) {
        Kept before = recent.put(added.record().task(), added);
        bytes += added.weight() - (before == null ? 0 : before.weight());
        if (bytes > capacity) {
            removeEldest();
        }
    }

    private void removeEldest() {
        Iterator<Kept> eldest = recent.values().iterator();
        while (bytes > capacity && recent.size() > 1) {
            bytes -= eldest.next().weight();
            eldest.remove();
        }
    }

    /** Forgets what was not stored in the end, and remembers what was instead, if that finished the task. */
    public synchronized void replace(TaskId task, Optional<TaskRecord> stored) {
        Kept before = recent.remove(task);
        bytes -= before == null ? 0 : before.weight();
        stored.filter(TaskRecord::finished).ifPresent(this::add);
    }

    /** Forgets a record that was not stored in the end, unless another one took its place. */
    public synchronized void forget(TaskRecord record) {
        Kept kept = recent.get(record.task());
        if (kept != null && kept.record() == record) {
            recent.remove(record.task());
            bytes -= kept.weight();
        }
    }

    /** About how many bytes a record holds in memory; what several records share counts for each. */
    private static long weight(TaskRecord record) {
        long weight = RECORD_BYTES + PARENT_BYTES * record.parents().size();
        for (ArtifactRef artifact : record.artifacts().values()) {
            byte[] inline = artifact.inline();
            weight += ARTIFACT_BYTES + (inline == null ? 0 : inline.length);
        }
        if (record.failure() != null) {
            weight += 2L
                    * (record.failure().message().length()
                            + record.failure().stackTrace().length());
        }
        return weight;
    }

    /** How many bytes are kept, and how many tasks. */
    synchronized String kept() {
        return bytes + " bytes of " + recent.size() + " tasks";
    }

    /**
     * What a task left.
     *
     * @throws DatastoreException if it is not finished
     */
    public TaskRecord get(TaskId task) {
        return find(task).orElseThrow(() -> missing(task));
    }

    @Override
    public Optional<TaskRecord> find(TaskId task) {
        TaskRecord known = recent(task);
        return known != null ? Optional.of(known) : datastore.runs().task(run.id(), task);
    }

    @Override
    public Optional<TaskRecord> last(String step, List<Coordinate> position) {
        return datastore.runs().lastTask(run.id(), step, position);
    }

    @Override
    public Stream<TaskRecord> all(String step) {
        return datastore.runs().tasks(run.id(), step);
    }

    /** Finds what is kept, and nothing else. */
    LastTasks.Lookup inMemory() {
        return new LastTasks.Lookup() {
            @Override
            public Optional<TaskRecord> find(TaskId task) {
                return Optional.ofNullable(recent(task));
            }

            @Override
            public Optional<TaskRecord> last(String step, List<Coordinate> position) {
                return Optional.empty(); // whether there is a later one, only the datastore knows
            }
        };
    }

    private synchronized @Nullable TaskRecord recent(TaskId task) {
        Kept kept = recent.get(task);
        return kept == null ? null : kept.record();
    }

    private DatastoreException missing(TaskId task) {
        return new DatastoreException(
                "run " + run.flow() + "/" + run.id() + " has no finished task " + task + " in " + datastore.url());
    }
}
