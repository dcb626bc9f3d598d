package dev.cairn.datastore;

/**
 * An attempt at a task, for somebody who follows a run. Immutable.
 *
 * @param record what was committed
 * @param mayHaveOutput false only if {@link Runs#log(RunId, TaskId, int)} had no line of the attempt when this was read
 */
public record EndedAttempt(TaskRecord record, boolean mayHaveOutput) {}
