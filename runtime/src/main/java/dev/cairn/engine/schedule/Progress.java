package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a run, or one element of a foreach, has come, not counting the foreaches within: of each step the task that finished
 * last. Iterations only go up; so what is not after it has been passed, and need not be remembered one by one.
 */
final class Progress {
    private final Map<String, TaskId> last = new HashMap<>(4);

    /** Notes that a task finished. */
    void pass(TaskId task) {
        last.put(task.step(), task);
    }

    /** Whether a task finished, or can no longer come, since a later iteration of its step finished. */
    boolean hasPassed(TaskId task) {
        TaskId passed = last.get(task.step());
        return passed != null && task.compareTo(passed) <= 0;
    }
}
