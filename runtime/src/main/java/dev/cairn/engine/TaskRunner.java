package dev.cairn.engine;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.ArtifactLoader;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.FlowGraph;
import dev.cairn.runtime.FlowStructure;
import dev.cairn.runtime.RunArtifacts;
import dev.cairn.runtime.StepDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs tasks of one run in this process, and commits them: whatever it needs beside the ids of a {@link TaskUnit} comes from the
 * compiled flow and the datastore. So a unit can run in any process, also one that has seen none of the run before. What a runner
 * reads it keeps for the tasks that follow, within bounds. Thread-safe.
 *
 * @param <F> the flow class
 */
public final class TaskRunner<F> implements AutoCloseable {
    private final FlowDefinition<F> definition;
    private final FlowStructure structure;
    private final Supplier<? extends F> flowFactory;
    private final RunRecord run;
    private final RunArtifacts artifacts;
    private final SharedValues<F> sharedValues;
    private final FinishedTasks finishedTasks;
    private final Forks forks;
    private final KnownSchemas knownSchemas = new KnownSchemas();
    private final RunningCalls runningCalls = new RunningCalls();
    private final RunGuard guard;
    private final SharedObjectNotes<F> sharedObjects;
    private final UnmergedNotes<F> unmerged;
    private final RunSettings settings;
    private final ExecutorService timedCallThreads = newTimedCallThreads();

    TaskRunner(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            RunRecord run,
            RunSettings settings,
            RunGuard guard) {
        ArtifactLoader loader = new ArtifactLoader(datastore);
        this.definition = definition;
        this.structure = new FlowStructure(FlowGraph.of(definition));
        this.flowFactory = flowFactory;
        this.run = run;
        this.artifacts = new RunArtifacts(definition, loader, run.id());
        this.sharedValues = new SharedValues<>(definition, run, loader);
        this.finishedTasks = new FinishedTasks(datastore, run);
        this.forks = new Forks(definition, loader, structure, finishedTasks);
        this.sharedObjects = new SharedObjectNotes<>(definition);
        this.unmerged = new UnmergedNotes<>(definition, structure);
        this.settings = settings;
        this.guard = guard;
        guard.add(runningCalls);
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
            finishedTasks.replace(unit.task(), stored);
            return stored.map(TaskOutcome::of).orElseGet(() -> TaskOutcome.notStored(unit, cause));
        }
    }

    /** What was committed in this process can be read before it is durable. What is committed after it is answered after it. */
    private TaskOutcome awaitDurable(TaskRecord stored, TaskUnit unit) {
        try {
            CommitResult answer =
                    datastore().runs().commit(new TaskCommit(stored, Map.of())).join();
            return TaskOutcome.of(answer instanceof CommitResult.Duplicate duplicate ? duplicate.stored() : stored);
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
        return new TaskExecution<>(this, unit).run();
    }

    /** Tells the tasks that run to stop, by interrupting the step methods; none starts after this. */
    public void stop() {
        runningCalls.stop();
    }

    /** Gives up on the tasks that still run: they commit nothing. */
    public void abandon() {
        runningCalls.abandon();
    }

    /** The number of tasks that will never end, since their step ends the process. */
    public int exiting() {
        return runningCalls.exiting();
    }

    /** Ends the threads that are not in a step method. */
    @Override
    public void close() {
        timedCallThreads.shutdown();
        guard.remove(runningCalls);
    }

    /** What is stored of the attempt, or of one that finished the task. */
    private Optional<TaskRecord> ended(TaskUnit unit) {
        return datastore().runs().attempts(unit.run(), unit.task()).stream()
                .filter(attempt -> attempt.finished() || attempt.attempt() == unit.attempt())
                .reduce((older, newer) -> newer);
    }

    private void requireOwn(TaskUnit unit) {
        if (!unit.run().equals(run.id()) || !unit.flow().equals(definition.name())) {
            throw new IllegalArgumentException("task " + unit.path() + " is not one of run " + definition.name() + "/"
                    + run.id() + ". Each run has runners of its own.");
        }
    }

    /** The flow. */
    FlowDefinition<F> definition() {
        return definition;
    }

    /** How the steps of the flow hang together. */
    FlowStructure structure() {
        return structure;
    }

    RunId runId() {
        return run.id();
    }

    RunRecord run() {
        return run;
    }

    RunArtifacts artifacts() {
        return artifacts;
    }

    Datastore datastore() {
        return artifacts.loader().datastore();
    }

    ArtifactLoader loader() {
        return artifacts.loader();
    }

    SharedValues<F> sharedValues() {
        return sharedValues;
    }

    FinishedTasks finishedTasks() {
        return finishedTasks;
    }

    Forks forks() {
        return forks;
    }

    SharedObjectNotes<F> sharedObjects() {
        return sharedObjects;
    }

    UnmergedNotes<F> unmerged() {
        return unmerged;
    }

    RunningCalls runningCalls() {
        return runningCalls;
    }

    Clock clock() {
        return settings.clock().clock();
    }

    /** A call of a method of {@code step} for the task at {@code path}. */
    StepCall newCall(StepDefinition step, String path, StepCall.Method method) {
        Duration timeout = step.timeout();
        return timeout == null
                ? new DirectCall(runningCalls, path, method)
                : new TimedCall(runningCalls, path, method, step.name(), timeout, settings.clock(), timedCallThreads);
    }

    private static ExecutorService newTimedCallThreads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "cairn-timed-step-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    F newFlow() {
        F flow = flowFactory.get();
        if (flow == null) {
            throw new IllegalStateException("the flowFactory of " + definition.name() + " returned null");
        }
        return flow;
    }

    ArtifactWriter newWriter(TaskLog log) {
        return new ArtifactWriter(
                loader(), knownSchemas, clock().instant(), new LargeArtifacts(settings.largeArtifact(), log::add));
    }
}
