package dev.cairn.datastore;

/**
 * An attempt at a task that has ended, for somebody who follows a run. Immutable.
 *
 * @param task the task
 * @param attempt the number of the attempt, from 0
 * @param mayHaveOutput false only if {@link Runs#log(RunId, TaskId, int)} had no line of the attempt when this was read
 */
public record EndedAttempt(TaskId task, int attempt, boolean mayHaveOutput) {}
