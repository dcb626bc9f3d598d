package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.RunReference;

/**
 * Follows a run while it is executed. Each method does nothing by default.
 *
 * <p>The calls for a run come from the thread that runs it; the calls for tasks come from the threads of the tasks, several at the same
 * time, so a listener must be thread-safe. A task, and those that follow it, waits for the call to return: return quickly, and pass
 * longer work to another thread. What a listener throws does not affect the run: it is logged, the first time as a warning. A listener
 * is called again all the same.
 *
 * <p>Order: {@link #onRunStarted} comes before all other calls. Each attempt is told as {@linkplain #onTaskStarted started}, then as
 * finished, retried or failed, before a task that follows from it is told as started. {@link #onRunFinished} comes last. Tasks that
 * ignore that the run was told to stop may end, or never end, after that, in which case their end is not told.
 */
public interface RunListener {
    /**
     * The run is stored. None of its tasks has started.
     *
     * @param run the run
     */
    default void onRunStarted(RunReference run) {}

    /**
     * A resumed run reuses tasks of another run. Called once for each such step before the first task starts, and once more for the tasks that
     * are reused after a foreach was opened again over a list that changed.
     *
     * @param run the run
     * @param step the name of the step
     * @param tasks how many of its tasks are reused
     */
    default void onTasksReused(RunReference run, String step, long tasks) {}

    /**
     * An attempt at a task starts.
     *
     * @param unit the attempt
     */
    default void onTaskStarted(TaskUnit unit) {}

    /**
     * A task finished: its step succeeded, or its failure was caught. It is committed, but the commit may not be durable yet.
     *
     * @param unit the attempt
     * @param outcome how it ended
     */
    default void onTaskFinished(TaskUnit unit, TaskOutcome outcome) {}

    /**
     * An attempt failed, and the task will be tried again, perhaps after a delay, unless the run ends before.
     *
     * @param unit the attempt
     * @param failure what the step threw, without the secrets of the run
     */
    default void onTaskRetried(TaskUnit unit, FailureRecord failure) {}

    /**
     * A task failed, and will not be tried again in this run.
     *
     * @param unit the last attempt
     * @param failure what the step threw, or why the task could not be stored, without the secrets of the run
     */
    default void onTaskFailed(TaskUnit unit, FailureRecord failure) {}

    /**
     * The run has ended. Its end is stored, unless the datastore has failed.
     *
     * @param run the run
     * @param status how it ended: {@link RunStatus#SUCCEEDED}, {@link RunStatus#FAILED} or {@link RunStatus#INTERRUPTED}
     */
    default void onRunFinished(RunReference run, RunStatus status) {}
}
