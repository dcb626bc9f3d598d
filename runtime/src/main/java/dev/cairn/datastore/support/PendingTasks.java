package dev.cairn.datastore.support;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The attempts that are on their way: this process may read them before they are durable. Thread-safe. Whoever looks for one
 * looks here first and then in the store, so that it cannot slip through between the two.
 */
final class PendingTasks {
    /** Sorts before all others: no name of a step can begin with a smaller character. */
    private static final TaskId FIRST = TaskId.of("$");

    private final ConcurrentSkipListMap<Key, List<TaskRecord>> attempts = new ConcurrentSkipListMap<>();

    private record Key(RunId run, TaskId task) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = run.equals(other.run) ? 0 : run.compareTo(other.run);
            return order != 0 ? order : task.compareTo(other.task);
        }

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

    /** Whether there are attempts of a run. */
    boolean hasAny(RunId run) {
        Key first = attempts.ceilingKey(new Key(run, FIRST));
        return first != null && first.run().equals(run);
    }

    /** The attempts of a task, in the order of the commits; some of them may be going to lose. */
    List<TaskRecord> find(RunId run, TaskId task) {
        return attempts.getOrDefault(new Key(run, task), List.of());
    }

    /** Of the finished tasks of a step whose position begins so, the one that comes last in item order. */
    Optional<TaskRecord> last(RunId run, String step, List<Coordinate> position) {
        return attempts.headMap(new Key(run, TaskId.endOf(step, position))).descendingMap().entrySet().stream()
                .takeWhile(entry -> entry.getKey().run().equals(run)
                        && entry.getKey().task().isWithin(step, position))
                .flatMap(entry -> entry.getValue().stream())
                .filter(TaskRecord::finished)
                .findFirst();
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
