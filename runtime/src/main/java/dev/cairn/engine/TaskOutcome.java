package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.task.FailureRecords;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link TaskUnit}, as data: it may travel from where the unit ran to whoever drives the run. Immutable.
 *
 * @param task the task
 * @param attempt the number of the attempt, from 0
 * @param fact what is stored of it, for the {@link Schedule}; null if nothing is
 * @param failure what the step threw, also if that was caught or the step is to be tried again; where nothing is stored, why not;
 *     null if nothing went wrong, or if the unit did not start because its runner was told to stop
 */
public record TaskOutcome(
        TaskId task,
        int attempt,
        @Nullable TaskFact fact,
        @Nullable FailureRecord failure) {
    /** What a stored record of an attempt says. */
    public static TaskOutcome of(TaskRecord record) {
        return new TaskOutcome(record.task(), record.attempt(), TaskFact.of(record), record.failure());
    }

    static TaskOutcome notStored(TaskUnit unit, @Nullable Throwable reason) {
        return new TaskOutcome(
                unit.task(), unit.attempt(), null, reason == null ? null : FailureRecords.record(reason));
    }

    /** Whether the end of the attempt is stored. If not, the unit can be run again as it is. */
    public boolean stored() {
        return fact != null;
    }
}
