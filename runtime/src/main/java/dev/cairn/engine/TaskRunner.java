package dev.cairn.engine;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.process.ShownLines;
import dev.cairn.engine.task.LostAttemptException;
import dev.cairn.engine.task.RunContext;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one run in this process, and commits them. Everything it needs in addition to the ids of a {@link TaskUnit} comes from
 * the compiled flow and the datastore. So a unit can run in any process, even one that has not seen the run before. A runner caches
 * what it reads, within limits, for the tasks that follow. Thread-safe.
 *
 * @param <F> the flow class
 */
public final class TaskRunner<F> implements UnitExecutor {
    private final RunContext<F> context;
    private final RunGuard guard;

    TaskRunner(RunContext<F> context, RunGuard guard) {
        this.context = context;
        this.guard = guard;
        guard.add(context.runningCalls());
    }

    /**
     * A runner for a run that was started before, perhaps by another process. Instances of the flow are created with its no-argument
     * constructor. If the run was given secret parameters, which are not stored, they are taken from the environment of this process:
     * from the variables, or the files that variables name, with which the command line would start the run.
     *
     * @param <F> the flow class
     * @param definition the flow
     * @param datastore where the run is stored
     * @param run the id of the run
     * @return the runner, which the caller closes
     * @throws DatastoreException if the datastore has no such run
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run belongs to another flow
     * @throws ParameterException if the environment lacks one of its secret parameters; the message says how to set it
     */
    public static <F> TaskRunner<F> attach(FlowDefinition<F> definition, Datastore datastore, RunId run) {
        return RunRequest.of(definition, datastore, run).newTaskRunner();
    }

    /**
     * The same, for a run that was given secret parameters, which this process has.
     *
     * @param <F> the flow class
     * @param secrets the values of these parameters by name of the field
     * @param definition the flow
     * @param datastore where the run is stored
     * @param run the id of the run
     * @return the runner, which the caller closes
     * @throws DatastoreException if the datastore has no such run
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run belongs to another flow
     * @throws ParameterException if a secret is missing or does not fit, or if the flow has no such secret parameter
     */
    public static <F> TaskRunner<F> attach(
            FlowDefinition<F> definition,
            Datastore datastore,
            RunId run,
            Map<String, ? extends @Nullable Object> secrets) {
        return RunRequest.of(definition, datastore, run, secrets).newTaskRunner();
    }

    /**
     * Runs a unit on the calling thread, commits it, and waits until the commit is durable. If the attempt has already ended, because
     * the unit was delivered before, it does not run again: the outcome is what is stored, no matter which process stored it.
     *
     * @param unit a unit of this run
     * @return the stored outcome; if it is not {@link TaskOutcome#stored()}, the reason
     * @throws IllegalArgumentException if the unit belongs to another run
     * @throws DatastoreException if the datastore fails while it is checked whether the attempt has ended
     */
    public TaskOutcome run(TaskUnit unit) {
        return run(unit, false);
    }

    /** The same, in a process that runs one task at a time: what it shares with the next one is as it was read. */
    TaskOutcome runAlone(TaskUnit unit) {
        return run(unit, true);
    }

    private TaskOutcome run(TaskUnit unit, boolean alone) {
        requireOwn(unit);
        Optional<TaskRecord> before = ended(unit);
        if (before.isPresent()) {
            return awaitDurable(before.get(), unit);
        }
        return awaitDurable(new TaskExecution<>(context, unit, true, alone, null).run(), unit);
    }

    /**
     * Commits that an attempt failed, without running it, and waits until the commit is durable: its process died, or was killed. As for
     * any other failure, the step may be retried, or its failure may be caught. If the attempt has already ended, the outcome is what is
     * stored.
     *
     * @param failure how the process died
     * @param unit a unit of this run
     * @return as for {@link #run}
     * @throws IllegalArgumentException if the unit belongs to another run
     * @throws DatastoreException if the datastore fails while it is checked whether the attempt has ended
     */
    public TaskOutcome fail(TaskUnit unit, Throwable failure) {
        requireOwn(unit);
        Optional<TaskRecord> before = ended(unit);
        return before.isPresent()
                ? awaitDurable(before.get(), unit)
                : awaitDurable(new TaskExecution<>(context, unit, false, false, null).fail(failure), unit);
    }

    private TaskOutcome awaitDurable(PendingOutcome pending, TaskUnit unit) {
        try {
            pending.durable().join();
            return pending.outcome();
        } catch (CompletionException e) {
            Throwable cause = cause(e);
            Optional<TaskRecord> stored =
                    cause instanceof LostAttemptException lost ? lost.stored().or(() -> ended(unit)) : Optional.empty();
            context.finishedTasks().replace(unit.task(), stored);
            return stored.map(TaskOutcome::of).orElseGet(() -> TaskOutcome.notStored(unit, cause, context.hidden()));
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
                    .orElseGet(
                            () -> TaskOutcome.notStored(unit, new LostAttemptException(unit, null), context.hidden()));
        } catch (CompletionException e) {
            return TaskOutcome.notStored(unit, cause(e), context.hidden());
        }
    }

    private static Throwable cause(CompletionException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    /**
     * Looks for the outcome of a unit that ended before: of this attempt, or of one that finished its task. What is stored counts, no
     * matter which process stored it, and tasks that follow start with that.
     *
     * @param unit a unit of this run
     * @return empty if the unit has not ended
     * @throws IllegalArgumentException if the unit belongs to another run
     * @throws DatastoreException if the datastore fails
     */
    public Optional<TaskOutcome> find(TaskUnit unit) {
        requireOwn(unit);
        Optional<TaskRecord> stored = ended(unit);
        if (stored.isPresent()) {
            context.finishedTasks().replace(unit.task(), stored); // this process may have executed it too, and lost
        }
        return stored.map(TaskOutcome::of);
    }

    /**
     * Runs a unit on the calling thread and commits it, but does not wait until the commit is durable. Tasks that follow may start
     * immediately in this process, on the same datastore, because their commits become durable after this one. In other processes
     * they must not start before the outcome is durable. Failures are part of the outcome.
     *
     * @throws IllegalArgumentException if the unit belongs to another run
     */
    @Override
    public PendingOutcome runAhead(TaskUnit unit) {
        requireOwn(unit);
        return new TaskExecution<>(context, unit, false, false, null).run();
    }

    /**
     * The same, for a unit that follows one whose commit may not be durable yet, where other processes may execute that one too: the unit is
     * stored only if that commit is. If it was too late, this one is too.
     *
     * @param unit the unit
     * @param predecessor what the unit builds on, which this runner executed
     * @return how the unit ended
     * @throws IllegalArgumentException if the unit belongs to another run
     */
    public PendingOutcome runAhead(TaskUnit unit, PendingOutcome predecessor) {
        requireOwn(unit);
        return new TaskExecution<>(context, unit, false, false, predecessor).run();
    }

    /**
     * Watches from now on what tasks of this runner share.
     *
     * @return the watch, which needs no closing
     */
    public SharedWatch watchShared() {
        return new SharedWatch(context.values());
    }

    /** Asks running tasks to stop, by interrupting their step methods. No task starts after this. */
    @Override
    public void stop() {
        context.runningCalls().stop();
    }

    /** Abandons the tasks that are still running: they can no longer commit. */
    @Override
    public void abandon() {
        context.runningCalls().abandon();
    }

    /** The number of tasks that will never end, because their step called {@code System.exit}. */
    @Override
    public int exiting() {
        return context.runningCalls().exiting();
    }

    /** Ends all threads of this runner that are not in a step method. */
    @Override
    public void close() {
        context.close();
        guard.remove(context.runningCalls());
    }

    /** Stores what the process of an attempt has shown, but not stored, before it died. */
    void saveOutput(TaskUnit unit, ShownLines shown) {
        Runs runs = context.datastore().runs();
        long stored;
        try (Stream<LogLine> lines = runs.log(unit.run(), unit.task(), unit.attempt())) {
            stored = lines.count();
        }
        runs.log(unit.run(), unit.task(), unit.attempt(), shown.after(stored));
    }

    /** The name of the flow. */
    String flow() {
        return context.definition().name();
    }

    /** The step of a unit. */
    StepDefinition step(TaskUnit unit) {
        requireOwn(unit);
        return context.definition().step(unit.task().step());
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
            throw new IllegalArgumentException("task " + unit.path() + " does not belong to run "
                    + context.definition().name() + "/" + context.runId() + ". Use a runner of its own run.");
        }
    }
}
