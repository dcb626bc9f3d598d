package dev.cairn.engine.task;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.LastTasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last tasks of the elements of a foreach, for its join. Those that are not in memory are read in pages by whoever goes from one element
 * to the next, since there may be a million of them and each question takes its time. Thread-safe.
 */
final class ArrivedTasks {
    static final int PAGE = 256;

    private final Runs runs;
    private final RunId run;
    private final FlowStructure structure;
    private final TaskId join;
    private final int pageSize;
    private final LastTasks inMemory;
    private final LastTasks stored;
    private final ReentrantLock lock = new ReentrantLock(); // no monitor: who holds it waits for the datastore
    private final Map<Integer, TaskRecord> page = new HashMap<>(); // this and what follows: guarded by the lock
    private int last = -1;

    /**
     * Those of one join.
     *
     * @param finished the finished tasks of the run
     * @param structure its flow
     * @param join the task that closes the foreach
     * @param pageSize how many tasks are read at once: {@link #PAGE}, but in tests
     */
    ArrivedTasks(Runs runs, RunId run, FinishedTasks finished, FlowStructure structure, TaskId join, int pageSize) {
        this.runs = runs;
        this.run = run;
        this.structure = structure;
        this.join = join;
        this.pageSize = pageSize;
        this.inMemory = new LastTasks(structure, finished.inMemory());
        this.stored = new LastTasks(structure, finished);
    }

    /** The last task of an element; empty if it has not arrived. */
    Optional<TaskRecord> of(int element) {
        return inMemory.of(join, element)
                .or(() -> Optional.ofNullable(paged(element)))
                .or(() -> stored.of(join, element));
    }

    /** The task, if it is on the page; reads that if it is the next one. */
    private @Nullable TaskRecord paged(int element) {
        lock.lock();
        try {
            boolean isNext = element > 0 && element == last + 1;
            last = element;
            if (isNext && !page.containsKey(element)) {
                read(element);
            }
            return page.get(element);
        } finally {
            lock.unlock();
        }
    }

    private void read(int first) {
        page.clear();
        int end = Integer.MAX_VALUE;
        List<Map<Integer, TaskRecord>> lastOfSteps = new ArrayList<>();
        for (String step : structure.lastSteps(join.step())) {
            List<TaskRecord> rows = runs.tasks(run, step, position(first), pageSize);
            Map<Integer, TaskRecord> lastOfStep = new HashMap<>();
            for (TaskRecord row : rows) {
                if (row.task().isWithin(step, join.position())) {
                    lastOfStep.put(element(row), row); // in a loop, a later iteration comes later
                }
            }
            lastOfSteps.add(lastOfStep);
            TaskRecord lastRow = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (rows.size() == pageSize && lastRow != null && lastRow.task().isWithin(step, join.position())) {
                end = Math.min(end, element(lastRow)); // of which there may be more
            }
        }
        for (Map<Integer, TaskRecord> lastOfStep : lastOfSteps) {
            for (Map.Entry<Integer, TaskRecord> row : lastOfStep.entrySet()) {
                if (row.getKey() < end && row.getValue().next().contains(join.step())) {
                    page.putIfAbsent(row.getKey(), row.getValue());
                }
            }
        }
    }

    private List<Coordinate> position(int element) {
        List<Coordinate> position = new ArrayList<>(join.position());
        position.add(new Index(element));
        return position;
    }

    private int element(TaskRecord row) {
        return row.task().position().get(join.position().size()).value();
    }
}
