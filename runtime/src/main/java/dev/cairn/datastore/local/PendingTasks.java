package dev.cairn.datastore.local;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The attempts that are on their way: this process may read them before they are durable. Thread-safe. Whoever looks for one
 * looks here first and then in the database, so that it cannot slip through between the two.
 */
final class PendingTasks {
    private final ConcurrentMap<Key, List<TaskRecord>> attempts = new ConcurrentHashMap<>();

    private record Key(RunId run, TaskId task) {
        static Key of(TaskRecord record) {
            return new Key(record.run(), record.task());
        }
    }

    /** Adds an attempt; called in the order of the commits. */
    void add(TaskRecord record) {
        attempts.merge(Key.of(record), List.of(record), PendingTasks::concat);
    }

    /** Forgets an attempt that is durable, or was lost, or failed to be stored. */
    void remove(TaskRecord record) {
        attempts.computeIfPresent(Key.of(record), (key, records) -> {
            List<TaskRecord> left =
                    records.stream().filter(other -> other != record).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** The attempts of a task, in the order of the commits; some of them may be going to lose. */
    List<TaskRecord> find(RunId run, TaskId task) {
        return attempts.getOrDefault(new Key(run, task), List.of());
    }

    /** What is stored and what is on its way, as it will be stored: an attempt that loses is left out. */
    static List<TaskRecord> merge(List<TaskRecord> stored, List<TaskRecord> pending) {
        List<TaskRecord> merged = new ArrayList<>(stored);
        for (TaskRecord record : pending) {
            if (merged.stream().noneMatch(record::losesTo)) {
                merged.add(record);
            }
        }
        return List.copyOf(merged);
    }

    private static List<TaskRecord> concat(List<TaskRecord> before, List<TaskRecord> added) {
        List<TaskRecord> all = new ArrayList<>(before);
        all.addAll(added);
        return List.copyOf(all);
    }
}
