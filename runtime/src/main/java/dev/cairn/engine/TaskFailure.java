package dev.cairn.engine;

import dev.cairn.datastore.TaskId;

/**
 * Why a run cannot go on.
 *
 * @param task the task that failed
 * @param cause what it threw, with the user's own stack frames only
 */
public record TaskFailure(TaskId task, Throwable cause) {}
