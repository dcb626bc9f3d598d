package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;

/**
 * Why a run failed.
 *
 * @param task the task that failed first
 * @param cause what it threw, without the stack frames of Cairn
 * @param others how many other tasks failed, in a run that {@linkplain RunRequest#keepsGoing keeps going}
 */
public record TaskFailure(TaskId task, Throwable cause, int others) {
    /**
     * For the only task that failed.
     *
     * @param task the task that failed first
     * @param cause what it threw, without the stack frames of Cairn
     */
    public TaskFailure(TaskId task, Throwable cause) {
        this(task, cause, 0);
    }

    /**
     * {@return the same failure, in a run where so many other tasks failed too}
     *
     * @param number how many
     */
    public TaskFailure withOthers(int number) {
        return new TaskFailure(task, cause, number);
    }

    /**
     * For a task that failed in another process, so that only the record of its failure is known.
     *
     * @param task the task
     * @param failure the record of its failure
     * @return a failure whose cause is a {@link RecordedFailureException}
     */
    public static TaskFailure of(TaskId task, FailureRecord failure) {
        return new TaskFailure(task, new RecordedFailureException(failure));
    }
}
