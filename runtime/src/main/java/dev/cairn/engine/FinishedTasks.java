package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The finished tasks of a run. Those that were used last are kept, so that a task finds its parents in memory. Thread-safe. */
final class FinishedTasks {
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
        return require(List.of(task));
    }

    /** The one of {@code alternatives} that ran. */
    TaskRecord require(List<TaskId> alternatives) {
        for (TaskId task : alternatives) {
            TaskRecord known = recent(task);
            if (known != null) {
                return known;
            }
        }
        return alternatives.stream()
                .flatMap(task -> datastore.runs().task(run.id(), task).stream())
                .findFirst()
                .orElseThrow(() -> new DatastoreException("run " + run.flow() + "/" + run.id()
                        + " has no finished task " + alternatives.get(0) + " in " + datastore.url()));
    }

    private synchronized @Nullable TaskRecord recent(TaskId task) {
        return recent.get(task);
    }
}
