package dev.cairn.engine.task;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.AlarmClock;
import dev.cairn.engine.output.OutputLog;
import dev.cairn.engine.output.RunOutput;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.engine.values.KnownSchemas;
import dev.cairn.engine.values.LargeArtifacts;
import dev.cairn.engine.values.SharedValues;
import dev.cairn.engine.values.TaskValues;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.RunArtifacts;
import dev.cairn.runtime.values.StoredCheckpoints;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tasks of one run share in this process: its flow and record, and what was read for those before. Thread-safe. */
public final class RunContext<F> {
    private final FlowDefinition<F> definition;
    private final FlowStructure structure;
    private final Supplier<? extends F> flowFactory;
    private final RunRecord run;
    private final RunArtifacts artifacts;
    private final TaskValues values;
    private final SharedValues<F> sharedValues;
    private final FinishedTasks finishedTasks;
    private final boolean tookOverCheckpoints;
    private final Forks forks;
    private final KnownSchemas knownSchemas = new KnownSchemas();
    private final RunningCalls runningCalls = new RunningCalls();
    private final SharedObjectNotes<F> sharedObjects;
    private final UnmergedNotes<F> unmerged;
    private final AlarmClock clock;
    private final long largeArtifact;
    private final RunOutput output;
    private final RunPolicy policy;
    private final ExecutorService timedCallThreads;

    /** The newest instance: of a factory that has only one, it would be that of another task too. */
    private volatile WeakReference<@Nullable F> lastFlow = new WeakReference<>(null);

    public RunContext(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            RunRecord run,
            AlarmClock clock,
            long largeArtifact,
            RunOutput output,
            Secrets secrets,
            RunPolicy policy) {
        ArtifactLoader loader = new ArtifactLoader(datastore);
        this.definition = definition;
        this.structure = new FlowStructure(FlowGraph.of(definition));
        this.flowFactory = flowFactory;
        this.run = run;
        this.artifacts = new RunArtifacts(definition, loader, run.id());
        this.values = new TaskValues(loader);
        this.sharedValues = new SharedValues<>(definition, run, values, secrets);
        this.finishedTasks = new FinishedTasks(datastore, run);
        this.tookOverCheckpoints = run.origin() != null && new StoredCheckpoints(datastore, run.id()).exist();
        this.forks = new Forks(definition, loader, structure, finishedTasks);
        this.sharedObjects = new SharedObjectNotes<>(definition);
        this.unmerged = new UnmergedNotes<>(definition, structure);
        this.clock = clock;
        this.largeArtifact = largeArtifact;
        this.output = output;
        this.policy = policy;
        this.timedCallThreads = newTimedCallThreads(policy.virtualThreads());
        output.open();
    }

    /** Ends the threads that are not in a step method, and captures no more output. */
    public void close() {
        timedCallThreads.shutdown();
        values.close();
        output.close();
    }

    /** The flow. */
    public FlowDefinition<F> definition() {
        return definition;
    }

    /** How the steps of the flow hang together. */
    FlowStructure structure() {
        return structure;
    }

    public RunId runId() {
        return run.id();
    }

    public RunRecord run() {
        return run;
    }

    public RunArtifacts artifacts() {
        return artifacts;
    }

    public Datastore datastore() {
        return artifacts.loader().datastore();
    }

    public ArtifactLoader loader() {
        return artifacts.loader();
    }

    /** Reads artifacts for tasks. */
    public TaskValues values() {
        return values;
    }

    public SharedValues<F> sharedValues() {
        return sharedValues;
    }

    public FinishedTasks finishedTasks() {
        return finishedTasks;
    }

    public Forks forks() {
        return forks;
    }

    public SharedObjectNotes<F> sharedObjects() {
        return sharedObjects;
    }

    public UnmergedNotes<F> unmerged() {
        return unmerged;
    }

    /** Whether the run was resumed from one that had checkpoints. */
    boolean tookOverCheckpoints() {
        return tookOverCheckpoints;
    }

    public RunningCalls runningCalls() {
        return runningCalls;
    }

    public Clock clock() {
        return clock.clock();
    }

    /** A call of a method of {@code step} for the task at {@code path}. */
    public StepCall newCall(StepDefinition step, String path, StepCall.Method method) {
        Duration timeout = step.timeout();
        return timeout == null
                ? new DirectCall(runningCalls, path, method)
                : new TimedCall(runningCalls, path, method, step.name(), timeout, clock, timedCallThreads);
    }

    private static ExecutorService newTimedCallThreads(boolean virtual) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(
                task -> TaskThreads.newThread(virtual, "cairn-timed-step-" + number.incrementAndGet(), task));
    }

    public F newFlow() {
        F flow = flowFactory.get();
        if (flow == null) {
            throw new IllegalStateException("the flowFactory of " + definition.name() + " returned null");
        } else if (lastFlow.refersTo(flow)) {
            throw new IllegalStateException("the flowFactory of " + definition.name()
                    + " returned the same object twice, but each task needs its own. Let it create a new one for each"
                    + " call; as a bean of a container, in prototype scope.");
        }
        lastFlow = new WeakReference<>(flow);
        return flow;
    }

    public ArtifactWriter newWriter(OutputLog log) {
        return new ArtifactWriter(
                loader(), knownSchemas, clock().instant(), new LargeArtifacts(largeArtifact, log::add));
    }

    /** What was asked of the run. */
    public RunPolicy policy() {
        return policy;
    }

    /** The output of the run in this process. */
    public RunOutput output() {
        return output;
    }

    /** What neither logs nor failures may show. */
    public HiddenTexts hidden() {
        return output.hidden();
    }
}
