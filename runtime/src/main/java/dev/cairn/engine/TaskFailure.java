package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;

/**
 * Why a run cannot go on.
 *
 * @param task the task that failed
 * @param cause what it threw, with the user's own stack frames only
 */
public record TaskFailure(TaskId task, Throwable cause) {
    /** Of a task that failed in another process, or of whose failure only the record is kept. */
    public static TaskFailure of(TaskId task, FailureRecord failure) {
        return new TaskFailure(task, new RecordedFailureException(failure));
    }
}
