package dev.cairn.engine.temporal;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.PendingOutcome;
import dev.cairn.engine.SharedWatch;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.ArtifactDefinition;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The units of one activity, run one after the other in this process. A unit may run before the commit of the one before it is durable. The
 * activity may have been given to another worker meanwhile, whose results are others: so it is stored only if that commit is. For one thread.
 */
final class UnitRun {
    private final AttachedRun run;
    private final RunningActivity activity;
    private final boolean check;
    private final SharedWatch shared;
    private final long start = System.nanoTime();

    /**
     * How a unit ended.
     *
     * @param fact the fact; it is certain when the commit is durable
     * @param durable completes when the commit is durable
     * @param committed what this process committed; null if the unit had ended before
     */
    record Ended(
            TaskFact fact,
            CompletableFuture<?> durable,
            @Nullable PendingOutcome committed) {}

    /**
     * For one activity.
     *
     * @param check whether units may have ended before
     */
    UnitRun(AttachedRun run, RunningActivity activity, boolean check) {
        this.run = run;
        this.activity = activity;
        this.check = check || activity.isRedelivered();
        this.shared = run.runner().watchShared();
        if (activity.isRedelivered()) {
            run.settle(); // what this process had on its way from an earlier delivery is stored by now, or was too late
        }
    }

    /** How long the activity has been running, in microseconds. */
    long micros() {
        return (System.nanoTime() - start) / 1000;
    }

    /** What of that which tasks share was changed since the activity began, as {@link SharedChange}; null if nothing was. */
    @Nullable
    String changedWhileShared() {
        List<ArtifactDefinition> changed = shared.changed();
        return changed.isEmpty() ? null : SharedChange.write(changed);
    }

    /**
     * Runs a unit, unless it has ended before.
     *
     * @throws RuntimeException if nothing is stored of it, so that it has to be delivered again
     */
    Ended run(TaskUnit unit) {
        return runAfter(null, unit);
    }

    /**
     * Runs a unit, unless it has ended before, that follows another one of this activity, whose commit need not be durable.
     *
     * @param predecessor the one before it; null if what it follows is durable
     * @throws RuntimeException if nothing is stored of it, so that it has to be delivered again
     */
    Ended runAfter(@Nullable Ended predecessor, TaskUnit unit) {
        activity.requireOwn();
        TaskFact before = check ? run.runner().find(unit).map(TaskOutcome::fact).orElse(null) : null;
        if (before != null) {
            takeOverAfter(before);
            return new Ended(before, CompletableFuture.completedFuture(null), null);
        }
        run.requireSameCode(unit.task());
        PendingOutcome outcome = predecessor == null || predecessor.committed() == null
                ? run.runner().runAhead(unit)
                : run.runner().runAhead(unit, predecessor.committed());
        TaskFact fact = outcome.fact();
        if (fact == null) {
            throw notStored(unit.task(), outcome.thrown());
        }
        if (run.isResumed() && fact.ending() instanceof FannedOut) {
            await(outcome.durable()); // another worker's list may count
            takeOverAfter(fact);
        }
        return new Ended(fact, outcome.durable(), outcome);
    }

    /** Whoever runs what follows finds it in the datastore. */
    private void takeOverAfter(TaskFact fact) {
        try {
            run.takeOverAfter(fact);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CanceledFailure("task " + fact.task() + " was stopped");
        } catch (DatastoreException e) {
            run.storeFailed();
            throw e;
        }
    }

    private RuntimeException notStored(TaskId task, @Nullable Throwable reason) {
        activity.requireOwn();
        run.requireAlive();
        if (run.stopped()) {
            return new CanceledFailure("task " + task + " was stopped");
        } else if (reason == null) { // the worker is closed
            return ApplicationFailure.newFailure("task " + task + " was left to another worker", "cairn-closed");
        }
        storeFailed(reason);
        return retryable("task " + task + " could not be stored: " + reason.getMessage(), reason);
    }

    private void storeFailed(Throwable reason) {
        if (reason instanceof DatastoreException) {
            run.storeFailed();
        }
    }

    private static RuntimeException retryable(String message, Throwable reason) {
        return ApplicationFailure.newFailureWithCause(message, reason.getClass().getName(), null);
    }

    /**
     * Waits until the commit of a unit is durable.
     *
     * @throws RuntimeException if it is not
     */
    void await(CompletableFuture<?> durable) {
        try {
            durable.join();
        } catch (CompletionException e) { // another worker was first, or the store fails: what is stored counts
            run.requireAlive();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            storeFailed(cause);
            throw retryable(String.valueOf(cause.getMessage()), cause);
        }
    }
}
