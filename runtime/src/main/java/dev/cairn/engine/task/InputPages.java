package dev.cairn.engine.task;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.LastTasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds the tasks that arrive at a join. Whoever asks for one after the other gets them from pages, the last of which is kept for each step;
 * whoever asks for one here and there gets just that. Thread-safe.
 */
final class InputPages implements LastTasks.Lookup {
    static final int PAGE = 256;

    private final FinishedTasks finished;
    private final ReentrantLock lock = new ReentrantLock(); // no monitor: who holds it waits for the datastore
    private final Map<String, Page> pages = new HashMap<>(); // guarded by the lock

    InputPages(FinishedTasks finished) {
        this.finished = finished;
    }

    /**
     * All tasks of a step from one to another, in item order.
     *
     * @param tasks by id; none if only one was asked for, which the page then begins and ends with
     */
    private record Page(Map<TaskId, TaskRecord> tasks, TaskId first, TaskId last) {
        static Page ofOne(TaskId task) {
            return new Page(Map.of(), task, task);
        }

        static Page of(TaskId first, List<TaskRecord> records) {
            Map<TaskId, TaskRecord> tasks = new HashMap<>();
            records.forEach(record -> tasks.put(record.task(), record));
            return records.isEmpty()
                    ? ofOne(first)
                    : new Page(tasks, first, records.get(records.size() - 1).task());
        }

        boolean covers(TaskId task) {
            return task.compareTo(first) >= 0 && task.compareTo(last) <= 0;
        }

        /** Whether a task comes soon after these, in the same foreach. */
        boolean isFollowedBy(TaskId task) {
            int end = task.position().size() - 1;
            if (last.position().size() != end + 1
                    || !last.position().subList(0, end).equals(task.position().subList(0, end))) {
                return false;
            }
            Coordinate here = last.position().get(end);
            int distance = task.position().get(end).value() - here.value();
            return distance > 0 && distance <= PAGE;
        }
    }

    @Override
    public Optional<TaskRecord> find(TaskId task) {
        Optional<TaskRecord> kept = finished.findKept(task);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<TaskRecord> paged = task.position().isEmpty() ? Optional.empty() : findInPage(task);
        return paged.isPresent() ? paged : finished.find(task); // which makes sure that it is not there
    }

    private Optional<TaskRecord> findInPage(TaskId task) {
        lock.lock();
        try {
            Page page = pages.get(task.step());
            if (page == null || !page.covers(task)) {
                page = page != null && page.isFollowedBy(task)
                        ? Page.of(task, finished.read(task, PAGE))
                        : Page.ofOne(task);
                pages.put(task.step(), page);
            }
            return Optional.ofNullable(page.tasks().get(task));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<TaskRecord> last(String step, List<Coordinate> position) {
        return finished.last(step, position);
    }
}
