package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers steps whose first tasks are numbered by their index, without a gap: those are found at once. It stays true, since finished
 * tasks stay. Thread-safe.
 */
final class NumberedSteps {
    private static final int MOST = 1000;

    private record Step(long run, String name) {}

    private final ConcurrentMap<Step, Long> counts = new ConcurrentHashMap<>();

    /** The tasks from number {@code from} on, if so many are known to be numbered so, and are all there. */
    Optional<List<TaskRecord>> page(Records records, RunKey run, String step, long from, int limit) {
        if (from + limit > counts.getOrDefault(new Step(run.number(), step), 0L)) {
            return Optional.empty();
        }
        List<StoredTask> rows = records.tasks(run, step, List.of(index(from)), limit);
        return rows.size() == limit && areNumbered(rows, from)
                ? Optional.of(rows.stream().map(StoredTask::record).toList())
                : Optional.empty();
    }

    /** Whether the index of the first of some tasks is {@code from}, and each other one's the next. */
    static boolean areNumbered(List<StoredTask> rows, long from) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).record().task().position().equals(List.of(index(from + i)))) {
                return false;
            }
        }
        return true;
    }

    static Coordinate index(long number) {
        return new Index(Math.toIntExact(Math.min(number, Integer.MAX_VALUE)));
    }

    /** Notes that so many tasks of a step are numbered so. */
    void note(RunKey run, String step, long count) {
        if (counts.size() >= MOST) {
            counts.clear(); // it is found out again
        }
        counts.put(new Step(run.number(), step), count);
    }
}
