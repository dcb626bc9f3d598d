package dev.cairn.engine.resume;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the finished tasks of a run. Those of a step are read in pages, in item order, since that is the order in which a schedule
 * mostly asks for them; one that is asked for out of order is looked up by itself. For one thread.
 */
final class OriginTasks implements AutoCloseable {
    /** A page is read only once what was written before is durable: so several are read at once, and what follows is written at once. */
    private static final int AHEAD = 4096;

    private final Runs runs;
    private final RunId run;
    private final Map<String, StepReader> steps = new HashMap<>();

    OriginTasks(Runs runs, RunId run) {
        this.runs = runs;
        this.run = run;
    }

    /** The finished attempt of a task; empty if there is none. */
    Optional<TaskRecord> find(TaskId task) {
        return steps.computeIfAbsent(task.step(), step -> new StepReader(runs.tasks(run, step)))
                .find(task);
    }

    @Override
    public void close() {
        steps.values().forEach(step -> step.stream.close());
    }

    /** The tasks of a step, from the first one on. */
    private final class StepReader {
        private final Stream<TaskRecord> stream;
        private final Iterator<TaskRecord> records;
        private final Deque<TaskRecord> ahead = new ArrayDeque<>();
        private @Nullable TaskRecord next;
        private @Nullable TaskId asked;

        StepReader(Stream<TaskRecord> stream) {
            this.stream = stream;
            this.records = stream.iterator();
            advance();
        }

        private void advance() {
            if (ahead.isEmpty()) {
                while (ahead.size() < AHEAD && records.hasNext()) {
                    ahead.add(records.next());
                }
            }
            next = ahead.poll();
        }

        Optional<TaskRecord> find(TaskId task) {
            if (asked != null && task.compareTo(asked) <= 0) {
                return runs.task(run, task);
            }
            asked = task;
            while (next != null && next.task().compareTo(task) < 0) {
                advance();
            }
            return Optional.ofNullable(next).filter(record -> record.task().equals(task));
        }
    }
}
