package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.internal.HiddenTexts;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link TaskUnit} in this process, while its commit may not be durable yet. Engines use it to start the tasks that
 * follow before the commit is durable. It cannot be sent to other processes; its {@link #outcome} can. Immutable.
 */
public final class PendingOutcome {
    private final TaskUnit unit;
    private final @Nullable TaskRecord record;
    private final @Nullable TaskOutcome elsewhere;
    private final @Nullable Throwable thrown;
    private final CompletableFuture<?> durable;
    private final TaskCommit.@Nullable Predecessor commit;
    private final HiddenTexts hidden;

    private PendingOutcome(
            TaskUnit unit,
            @Nullable TaskRecord record,
            @Nullable TaskOutcome elsewhere,
            @Nullable Throwable thrown,
            CompletableFuture<?> durable,
            TaskCommit.@Nullable Predecessor commit,
            HiddenTexts hidden) {
        this.commit = commit;
        this.unit = unit;
        this.record = record;
        this.elsewhere = elsewhere;
        this.thrown = thrown;
        this.durable = durable;
        this.hidden = hidden;
    }

    /** Of a unit whose end was committed. */
    static PendingOutcome committed(
            TaskUnit unit,
            TaskRecord record,
            @Nullable Throwable thrown,
            CompletableFuture<?> durable,
            TaskCommit.Predecessor commit) {
        return new PendingOutcome(unit, record, null, thrown, durable, commit, HiddenTexts.NONE);
    }

    /**
     * For a unit that ended in another process, or was stopped there. What is stored of it is durable.
     *
     * @param unit the unit
     * @param outcome how it ended there
     * @return a result that is durable already
     */
    public static PendingOutcome elsewhere(TaskUnit unit, TaskOutcome outcome) {
        TaskFact fact = outcome.fact();
        boolean failed = fact == null || fact.ending() instanceof TaskFact.Failed;
        FailureRecord failure = failed ? outcome.failure() : null;
        return new PendingOutcome(
                unit,
                null,
                outcome,
                failure == null ? null : new RecordedFailureException(failure),
                CompletableFuture.completedFuture(null),
                null,
                HiddenTexts.NONE);
    }

    /**
     * For a unit of which nothing is stored, because its run was told to stop.
     *
     * @param unit the unit
     * @return a result without a fact and without a failure
     */
    public static PendingOutcome notStarted(TaskUnit unit) {
        return new PendingOutcome(
                unit, null, null, null, CompletableFuture.completedFuture(null), null, HiddenTexts.NONE);
    }

    /**
     * For a unit that failed and was not stored.
     *
     * @param unit the unit
     * @param thrown why it failed
     * @return a result without a fact
     */
    public static PendingOutcome failed(TaskUnit unit, Throwable thrown) {
        return failed(unit, thrown, HiddenTexts.NONE);
    }

    /** The same; {@link #outcome} will tell of the failure only what is not hidden. */
    static PendingOutcome failed(TaskUnit unit, Throwable thrown, HiddenTexts hidden) {
        return new PendingOutcome(unit, null, null, thrown, CompletableFuture.completedFuture(null), null, hidden);
    }

    /** {@return the unit that was executed, or was to be} */
    public TaskUnit unit() {
        return unit;
    }

    /** {@return the fact to report to the {@link Schedule}; null if nothing was committed} */
    public @Nullable TaskFact fact() {
        if (elsewhere != null) {
            return elsewhere.fact();
        }
        return record == null ? null : TaskFact.of(record);
    }

    /** {@return this result as data}. It is final once {@link #durable} has completed. */
    public TaskOutcome outcome() {
        if (elsewhere != null) {
            return elsewhere;
        }
        return record == null ? TaskOutcome.notStored(unit, thrown, hidden) : TaskOutcome.of(record);
    }

    /**
     * What the step threw, or why the task could not be stored. Null if the task finished, even with a caught failure, or was not
     * started.
     *
     * @return the failure, which may be an {@link Error}
     */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /** The commit, for one that builds on it; null if it is durable, or if nothing was committed. */
    TaskCommit.@Nullable Predecessor unsettledCommit() {
        boolean durableNow = durable.isDone() && !durable.isCompletedExceptionally();
        return durableNow ? null : commit;
    }

    /**
     * Completes when the commit is durable.
     *
     * @return a future whose result means nothing; it completes exceptionally if the commit failed, or if
     *     another process committed the attempt first
     */
    public CompletableFuture<?> durable() {
        return durable;
    }
}
