package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.LastTasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The finished tasks of a run. Those that were used last are kept, so that a task finds its parents in memory. Thread-safe. */
final class FinishedTasks implements LastTasks.Lookup {
    private static final int KEPT = 16_384;

    private final Datastore datastore;
    private final RunRecord run;
    private final Map<TaskId, TaskRecord> recent = new LinkedHashMap<>(64, 0.75f, true) { // guarded by this
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<TaskId, TaskRecord> eldest) {
                    return size() > KEPT;
                }
            };

    FinishedTasks(Datastore datastore, RunRecord run) {
        this.datastore = datastore;
        this.run = run;
    }

    synchronized void add(TaskRecord record) {
        recent.put(record.task(), record);
    }

    /** @throws DatastoreException if the task is not finished */
    TaskRecord get(TaskId task) {
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

    private synchronized @Nullable TaskRecord recent(TaskId task) {
        return recent.get(task);
    }

    private DatastoreException missing(TaskId task) {
        return new DatastoreException(
                "run " + run.flow() + "/" + run.id() + " has no finished task " + task + " in " + datastore.url());
    }
}
