package dev.cairn.engine;

import dev.cairn.datastore.TaskRecord;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link TaskUnit} in this process, while its commit is on its way to the disk: for engines that let the tasks
 * that follow start before it gets there. It does not travel; its {@link #outcome} does. Immutable.
 */
public final class PendingOutcome {
    private final TaskUnit unit;
    private final @Nullable TaskRecord record;
    private final @Nullable Throwable thrown;
    private final CompletableFuture<?> durable;

    private PendingOutcome(
            TaskUnit unit, @Nullable TaskRecord record, @Nullable Throwable thrown, CompletableFuture<?> durable) {
        this.unit = unit;
        this.record = record;
        this.thrown = thrown;
        this.durable = durable;
    }

    /** Of a unit whose end was committed. */
    static PendingOutcome committed(
            TaskUnit unit, TaskRecord record, @Nullable Throwable thrown, CompletableFuture<?> durable) {
        return new PendingOutcome(unit, record, thrown, durable);
    }

    /** Of a unit of which nothing is stored, because its run was told to stop. */
    static PendingOutcome notStarted(TaskUnit unit) {
        return new PendingOutcome(unit, null, null, CompletableFuture.completedFuture(null));
    }

    /** Of a unit that failed and of which nothing is stored. */
    public static PendingOutcome failed(TaskUnit unit, Throwable thrown) {
        return new PendingOutcome(unit, null, thrown, CompletableFuture.completedFuture(null));
    }

    /** The unit. */
    public TaskUnit unit() {
        return unit;
    }

    /** What was committed, for the {@link Schedule}; null if nothing was. */
    public @Nullable TaskFact fact() {
        return record == null ? null : TaskFact.of(record);
    }

    /** The same as data. It holds once it is durable. */
    public TaskOutcome outcome() {
        return record == null ? TaskOutcome.notStored(unit, thrown) : TaskOutcome.of(record);
    }

    /**
     * What the step threw, or why the task could not be stored; null if it finished, also with a failure that was caught, or was not
     * started at all.
     */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /** Completes when the commit is durable; exceptionally if it failed, or came after that of another process. */
    public CompletableFuture<?> durable() {
        return durable;
    }
}
