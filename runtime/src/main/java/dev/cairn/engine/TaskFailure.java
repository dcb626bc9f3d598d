package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;

/**
 * Why a run cannot continue.
 *
 * @param task the task that failed
 * @param cause what it threw, without the stack frames of Cairn
 */
public record TaskFailure(TaskId task, Throwable cause) {
    /** For a task that failed in another process, so that only the record of its failure is known. */
    public static TaskFailure of(TaskId task, FailureRecord failure) {
        return new TaskFailure(task, new RecordedFailureException(failure));
    }
}
