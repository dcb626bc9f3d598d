package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.ReadOnlyValueException;
import java.util.List;
import java.util.Objects;

/**
 * How one attempt at a task ended, reduced to what a {@link Schedule} needs. Immutable. It can be sent to other processes.
 *
 * @param task the task
 * @param attempt the number of the attempt, from 0
 * @param ending how it ended
 */
public record TaskFact(TaskId task, int attempt, Ending ending) {
    /** How an attempt ended. */
    public sealed interface Ending {}

    /**
     * The task finished, and tasks of other steps follow.
     *
     * @param next the names of the steps that follow: all, or the one that a switch selected; empty after the last step
     * @param caught whether the step failed, and its failure was caught
     */
    public record Finished(List<String> next, boolean caught) implements Ending {
        /**
         * Copies the list.
         *
         * @param next the names of the steps that follow: all, or the one that a switch selected; empty after the last step
         * @param caught whether the step failed, and its failure was caught
         */
        public Finished {
            next = List.copyOf(next);
        }
    }

    /**
     * The task finished, and opened a foreach.
     *
     * @param count the number of its elements
     */
    public record FannedOut(int count) implements Ending {}

    /**
     * The step failed.
     *
     * @param mayRetry whether another attempt could succeed; the schedule knows how many attempts the step may have
     */
    public record Failed(boolean mayRetry) implements Ending {}

    /**
     * {@return the fact of a stored attempt}
     *
     * @param record the record of the attempt
     */
    public static TaskFact of(TaskRecord record) {
        return new TaskFact(record.task(), record.attempt(), ending(record));
    }

    private static Ending ending(TaskRecord record) {
        return switch (record.status()) {
            case SUCCEEDED ->
                record.fork() == null
                        ? new Finished(record.next(), false)
                        : new FannedOut(record.fork().count());
            case CAUGHT -> new Finished(record.next(), true);
            case FAILED -> new Failed(mayRetry(Objects.requireNonNull(record.failure())));
        };
    }

    /** A mistake of the code is none that another attempt mends. */
    private static boolean mayRetry(FailureRecord failure) {
        return !failure.type().equals(ReadOnlyValueException.class.getName());
    }
}
