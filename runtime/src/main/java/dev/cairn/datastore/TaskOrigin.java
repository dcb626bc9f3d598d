package dev.cairn.datastore;

/**
 * The attempt that executed a task which another run, resumed later, took over without executing it. It never names a record that was
 * itself taken over. The run may have been deleted since. Immutable.
 *
 * @param run the run in which the step ran
 * @param task the task within that run
 * @param attempt the number of the attempt, from 0
 */
public record TaskOrigin(RunId run, TaskId task, int attempt) {
    /**
     * {@return where a record was executed: in its own run, unless it says otherwise}
     *
     * @param record the record of an attempt
     */
    public static TaskOrigin of(TaskRecord record) {
        TaskOrigin origin = record.origin();
        return origin == null ? new TaskOrigin(record.run(), record.task(), record.attempt()) : origin;
    }
}
