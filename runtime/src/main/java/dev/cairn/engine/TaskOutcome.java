package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.task.FailureRecords;
import dev.cairn.runtime.internal.HiddenTexts;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link TaskUnit}, as data: it can be sent from the process that ran the unit to the one that drives the run.
 * Immutable.
 *
 * @param task the task
 * @param attempt the number of the attempt, from 0
 * @param fact the stored fact, for the {@link Schedule}; null if nothing is stored
 * @param failure what the step threw, even if it was caught or will be retried. If nothing is stored, the reason for that. Null if
 *     nothing went wrong, or if the unit did not start because its runner was stopped.
 */
public record TaskOutcome(
        TaskId task,
        int attempt,
        @Nullable TaskFact fact,
        @Nullable FailureRecord failure) {
    /**
     * {@return the outcome of a stored attempt}
     *
     * @param record the record of the attempt
     */
    public static TaskOutcome of(TaskRecord record) {
        return new TaskOutcome(record.task(), record.attempt(), TaskFact.of(record), record.failure());
    }

    static TaskOutcome notStored(TaskUnit unit, @Nullable Throwable reason, HiddenTexts hidden) {
        return new TaskOutcome(
                unit.task(), unit.attempt(), null, reason == null ? null : FailureRecords.record(reason, hidden));
    }

    /** {@return whether the end of the attempt is stored}. If not, the same unit can be run again. */
    public boolean stored() {
        return fact != null;
    }
}
