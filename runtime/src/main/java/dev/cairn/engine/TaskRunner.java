package dev.cairn.engine;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.task.LostAttemptException;
import dev.cairn.engine.task.RunContext;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Runs tasks of one run in this process, and commits them: whatever it needs beside the ids of a {@link TaskUnit} comes from the
 * compiled flow and the datastore. So a unit can run in any process, also one that has seen none of the run before. What a runner
 * reads it keeps for the tasks that follow, within bounds. Thread-safe.
 *
 * @param <F> the flow class
 */
public final class TaskRunner<F> implements AutoCloseable {
    private final RunContext<F> context;
    private final RunGuard guard;

    TaskRunner(RunContext<F> context, RunGuard guard) {
        this.context = context;
        this.guard = guard;
        guard.add(context.runningCalls());
    }

    /**
     * A runner for a run that somebody started, perhaps in another process. Instances of the flow are made with its no-argument
     * constructor.
     *
     * @throws DatastoreException if the datastore has no such run
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run is one of another flow
     */
    public static <F> TaskRunner<F> attach(FlowDefinition<F> definition, Datastore datastore, RunId run) {
        return RunRequest.of(definition, datastore, run).newTaskRunner();
    }

    /**
     * Runs a unit on the calling thread, commits it, and waits until that is durable. A unit that was delivered before, and whose
     * attempt has ended, does not run again: what is stored of it is the outcome, whoever stored it.
     *
     * @return what is stored; or, if it is not {@link TaskOutcome#stored()}, why not
     * @throws IllegalArgumentException if it is a unit of another run
     * @throws DatastoreException if the datastore cannot be asked whether the attempt has ended
     */
    public TaskOutcome run(TaskUnit unit) {
        requireOwn(unit);
        Optional<TaskRecord> before = ended(unit);
        if (before.isPresent()) {
            return awaitDurable(before.get(), unit);
        }
        PendingOutcome pending = runAhead(unit);
        try {
            pending.durable().join();
            return pending.outcome();
        } catch (CompletionException e) {
            Throwable cause = cause(e);
            Optional<TaskRecord> stored =
                    cause instanceof LostAttemptException lost ? lost.stored().or(() -> ended(unit)) : Optional.empty();
            context.finishedTasks().replace(unit.task(), stored);
            return stored.map(TaskOutcome::of).orElseGet(() -> TaskOutcome.notStored(unit, cause));
        }
    }

    /** What was committed in this process can be read before it is durable. What is committed after it is answered after it. */
    private TaskOutcome awaitDurable(TaskRecord stored, TaskUnit unit) {
        try {
            CommitResult answer = context.datastore()
                    .runs()
                    .commit(new TaskCommit(stored, Map.of()))
                    .join();
            if (answer instanceof CommitResult.Committed) {
                return TaskOutcome.of(stored);
            } else if (answer instanceof CommitResult.Duplicate duplicate) {
                return TaskOutcome.of(duplicate.stored());
            }
            return ended(unit) // what was on its way lost, to another process
                    .map(TaskOutcome::of)
                    .orElseGet(() -> TaskOutcome.notStored(unit, new LostAttemptException(unit, null)));
        } catch (CompletionException e) {
            return TaskOutcome.notStored(unit, cause(e));
        }
    }

    private static Throwable cause(CompletionException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    /**
     * Runs a unit on the calling thread and commits it, but does not wait for the disk. Tasks that follow may start at once in this
     * process, on the same datastore, for their commits become durable after this one; in no other process may they do so before
     * the outcome is durable. Whatever goes wrong is part of the outcome.
     *
     * @throws IllegalArgumentException if it is a unit of another run
     */
    public PendingOutcome runAhead(TaskUnit unit) {
        requireOwn(unit);
        return new TaskExecution<>(context, unit).run();
    }

    /** Tells the tasks that run to stop, by interrupting the step methods; none starts after this. */
    public void stop() {
        context.runningCalls().stop();
    }

    /** Gives up on the tasks that still run: they commit nothing. */
    public void abandon() {
        context.runningCalls().abandon();
    }

    /** The number of tasks that will never end, since their step ends the process. */
    public int exiting() {
        return context.runningCalls().exiting();
    }

    /** Ends the threads that are not in a step method. */
    @Override
    public void close() {
        context.close();
        guard.remove(context.runningCalls());
    }

    /** What is stored of the attempt, or of one that finished the task. */
    private Optional<TaskRecord> ended(TaskUnit unit) {
        return context.datastore().runs().attempts(unit.run(), unit.task()).stream()
                .filter(attempt -> attempt.finished() || attempt.attempt() == unit.attempt())
                .reduce((older, newer) -> newer);
    }

    private void requireOwn(TaskUnit unit) {
        if (!unit.run().equals(context.runId())
                || !unit.flow().equals(context.definition().name())) {
            throw new IllegalArgumentException("task " + unit.path() + " is not one of run "
                    + context.definition().name() + "/" + context.runId() + ". Each run has its own runners.");
        }
    }
}
