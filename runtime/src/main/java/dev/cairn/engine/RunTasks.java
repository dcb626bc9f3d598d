package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.runtime.ArtifactLoader;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.FlowGraph;
import dev.cairn.runtime.FlowStructure;
import dev.cairn.runtime.RunArtifacts;
import dev.cairn.runtime.StepDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Executes the tasks of one run in this process, for an {@link Engine}: all that is needed comes from the ids of the unit, the
 * datastore, and the compiled flow. Thread-safe.
 *
 * @param <F> the flow class
 */
public final class RunTasks<F> {
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
    private final SharedObjectNotes<F> sharedObjects;
    private final UnmergedNotes<F> unmerged;
    private final RunSettings settings;
    private final ExecutorService timedCallThreads = newTimedCallThreads();
    private final Watchdog watchdog;

    RunTasks(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            RunRecord run,
            RunSettings settings,
            Watchdog watchdog) {
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
        this.unmerged = new UnmergedNotes<>(definition);
        this.settings = settings;
        this.watchdog = watchdog;
    }

    /** The flow. */
    public FlowDefinition<F> definition() {
        return definition;
    }

    /** How the steps of the flow hang together. */
    public FlowStructure structure() {
        return structure;
    }

    /** The run. */
    public RunId runId() {
        return run.id();
    }

    /** How many tasks may run at once. */
    public int maxWorkers() {
        return settings.maxWorkers();
    }

    /** The time, for waits between attempts. */
    public AlarmClock alarmClock() {
        return settings.clock();
    }

    /**
     * Runs one attempt of a task on the calling thread, and commits it. Whatever goes wrong is part of the outcome.
     */
    public TaskOutcome execute(TaskUnit unit) {
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

    /** Notes that a thread of the engine failed: the run ends, if need be without it. Allocates nothing. */
    public void threadFailed(Throwable failure) {
        watchdog.look(failure);
    }

    /** Ends the threads that are not in a step method. */
    void close() {
        timedCallThreads.shutdown();
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
                : new TimedCall(runningCalls, path, method, step.name(), timeout, alarmClock(), timedCallThreads);
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
