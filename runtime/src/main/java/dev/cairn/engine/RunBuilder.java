package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Tags;
import dev.cairn.engine.local.LocalEngine;
import dev.cairn.engine.resume.ResumeOptions;
import dev.cairn.engine.resume.StepFingerprints;
import dev.cairn.engine.task.TaskThreads;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes a run of a flow. Generated code adds one setter per parameter. Not thread-safe.
 *
 * @param <F> the flow class
 * @param <B> the builder itself
 */
public abstract class RunBuilder<F, B extends RunBuilder<F, B>> {
    private static final Pattern PACKAGE = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    private final FlowDefinition<F> definition;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final Set<String> tags = new ConcurrentSkipListSet<>();
    private Supplier<? extends F> flowFactory;
    private Supplier<Datastore> datastore = DefaultDatastore::open;
    private Engine engine = LocalEngine.standard();
    private Isolation isolation = Isolation.none();
    private boolean hasFlowFactory;
    private Consumer<RunReference> onStart = run -> {};
    private RunSettings settings = RunSettings.standard();
    private StartOptions startOptions = StartOptions.STANDARD;
    private ResumeOptions resumeOptions = ResumeOptions.NONE;
    private final Set<String> fingerprintPackages = new ConcurrentSkipListSet<>();
    private @Nullable StepFingerprints fingerprints;

    /**
     * For generated code.
     *
     * @param definition the flow
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     */
    protected RunBuilder(FlowDefinition<F> definition) {
        definition.requireCompatible();
        this.definition = definition;
        this.flowFactory = definition::newFlow;
    }

    /**
     * Sets the datastore. The default URL is the system property {@code cairn.datastore}, otherwise the environment variable {@code
     * CAIRN_DATASTORE}, otherwise {@code file:.cairn}. The run does not close the datastore.
     *
     * @param datastore an open datastore
     * @return this builder
     */
    public final B datastore(Datastore datastore) {
        Objects.requireNonNull(datastore);
        this.datastore = () -> datastore;
        return self();
    }

    /**
     * Sets the datastore by its URL, such as {@code file:/data/cairn}. It is opened once per process, and stays open.
     *
     * @param url the URL, which is not checked before the run starts
     * @return this builder
     */
    public final B datastore(String url) {
        Objects.requireNonNull(url);
        this.datastore = () -> DefaultDatastore.open(url);
        return self();
    }

    /**
     * Sets how many tasks may run at once. The default is the number of processors.
     *
     * @param workers at least 1
     * @return this builder
     * @throws IllegalArgumentException if {@code workers} is less than 1
     */
    public final B maxWorkers(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("maxWorkers must be at least 1, but is " + workers);
        }
        settings = settings.withMaxWorkers(workers);
        return self();
    }

    /**
     * Adds a tag, with which the run can be found.
     *
     * @param tag the tag; one that was added before counts once
     * @return this builder
     * @throws IllegalArgumentException if the tag is blank, has more than 500 characters, or has control characters
     */
    public final B tag(String tag) {
        tags.add(Tags.require(tag));
        return self();
    }

    /**
     * Starts the run only if no other run of the flow is alive, in any process. Otherwise nothing runs, and a {@link
     * dev.cairn.datastore.FlowIsRunningException} names the run that is alive. Of several exclusive runs that are started at once, one
     * starts. A run whose process has given no sign of life for 30 seconds has died: it is no obstacle, and can write nothing more. Runs
     * that are not exclusive can still start beside this one.
     *
     * @return this builder
     */
    public final B exclusive() {
        startOptions = startOptions.withExclusive();
        return self();
    }

    /**
     * Sets the id of the run, so that to start it once more, after an answer that was lost for example, starts nothing else: if there is
     * a run of this id with the same parameters, it is followed to its end. Without this, the run gets a new id.
     *
     * @param id such as {@code 20261123T211357042-k3f9x2dq}: a time in UTC, in milliseconds, by which runs are sorted, and eight letters or
     *     digits
     * @return this builder
     * @throws IllegalArgumentException if {@code id} does not have this format
     */
    public final B runId(String id) {
        startOptions = startOptions.withRunId(new RunId(id));
        return self();
    }

    /**
     * Starts the run, and does not wait for its end: it goes on when this process ends. Only for engines that run tasks in other processes;
     * with any other, to run is an {@link IllegalStateException}.
     *
     * @return this builder
     */
    public final B detached() {
        startOptions = startOptions.withDetached();
        return self();
    }

    /**
     * Sets how flow instances are created, one per task. The default is the no-argument constructor of the flow.
     *
     * @param flowFactory makes a new instance at each call; threads of tasks call it, several at the same time
     * @return this builder
     */
    public final B flowFactory(Supplier<? extends F> flowFactory) {
        this.flowFactory = Objects.requireNonNull(flowFactory);
        hasFlowFactory = true;
        return self();
    }

    /**
     * Sets the engine. By default, tasks run on threads of this process.
     *
     * @param engine the engine, which the run does not close
     * @return this builder
     */
    public final B engine(Engine engine) {
        this.engine = Objects.requireNonNull(engine);
        return self();
    }

    /**
     * Sets whether tasks are kept apart from this process, so that they can do no harm to the run, whatever they do to their own. By
     * default they are not. It costs little more than some processes, which are used again and again. It needs the default engine, the
     * no-argument constructor of the flow, and a datastore that other processes can open; otherwise the run is refused with an {@link
     * IsolationRefusedException}.
     *
     * @param isolation {@link Isolation#process} or {@link Isolation#none}
     * @return this builder
     */
    public final B isolation(Isolation isolation) {
        this.isolation = Objects.requireNonNull(isolation);
        return self();
    }

    /**
     * Sets what receives each line of output during the run. By default, lines are printed to {@code System.out} and {@code System.err}.
     *
     * @param listener replaces the one before
     * @return this builder
     */
    public final B outputListener(OutputListener listener) {
        settings = settings.withOutput(Objects.requireNonNull(listener));
        return self();
    }

    /**
     * Adds a listener, which is told what happens in the run while it is executed. There may be several; they are told in the order in
     * which they were added.
     *
     * @param listener the listener; added twice, it is called twice
     * @return this builder
     */
    public final B listener(RunListener listener) {
        settings = settings.withPolicy(settings.policy().withListener(Objects.requireNonNull(listener)));
        return self();
    }

    /**
     * Sets whether what steps write to {@code System.out} and {@code System.err} is output of their tasks, which is stored with them, as
     * what they {@link dev.cairn.runtime.TaskContext#log log}. This is the default. For this, both streams are replaced while a run is
     * alive, and put back after the last one. With {@code false}, this run leaves them alone.
     *
     * <p>A thread that a step starts belongs to its task until that has ended. What threads of no task write is stored with the run, if it
     * is the only run that is alive in this process. See {@link dev.cairn.runtime.TaskContext#wrap(Runnable)}.
     *
     * @param capture whether both streams are replaced
     * @return this builder
     */
    public final B captureOutput(boolean capture) {
        settings = settings.withCaptureOutput(capture);
        return self();
    }

    /**
     * Lets the run finish, after a task has failed, all that does not depend on it. It fails all the same, with its first failure. By default,
     * running tasks are told to stop when a task fails, and nothing more starts.
     *
     * @return this builder
     */
    public final B keepGoing() {
        settings = settings.withPolicy(settings.policy().withKeepGoing());
        return self();
    }

    /**
     * Sets how many iterations the switch of a step may lead back to in this run, instead of what the flow says. It is kept with the run,
     * but not with one that is resumed from it.
     *
     * @param step the name of a step with a switch
     * @param most the largest number, at least 1
     * @return this builder
     * @throws IllegalArgumentException if {@code most} is less than 1, if the flow has no such step, or if that has no switch
     */
    public final B maxIterations(String step, int most) {
        IterationLimits.require(definition, step, most);
        settings = settings.withPolicy(settings.policy().withMaxIterations(step, most));
        return self();
    }

    /**
     * Lets tasks run on virtual threads, of which there can be very many. This is for steps that wait for others most of the time; set
     * {@link #maxWorkers} too, which says how many tasks run at once.
     *
     * @return this builder
     * @throws UnsupportedOperationException if this version of Java has no virtual threads: they came with Java 21
     */
    public final B virtualThreads() {
        TaskThreads.requireVirtual();
        settings = settings.withPolicy(settings.policy().withVirtualThreads());
        return self();
    }

    /**
     * Lets {@code resume} run the tasks of a step, and all that follow them, again. By default, only those that have to.
     *
     * @param step the name of the step; whether the flow has it is checked by {@code resume}
     * @return this builder
     */
    public final B resumeFrom(String step) {
        resumeOptions = resumeOptions.withFrom(Objects.requireNonNull(step));
        return self();
    }

    /**
     * Lets {@code resume} run tasks again whose failure was caught. By default, they are reused like tasks that succeeded.
     *
     * @return this builder
     */
    public final B retryCaught() {
        resumeOptions = resumeOptions.withRetryCaught();
        return self();
    }

    /**
     * Lets {@code resume} go on from a run that another engine drives, even if nobody can say whether it still does, because the engine does
     * not respond. That run is ended first: what still runs of it stores nothing more. By default, such a run is not resumed.
     *
     * @return this builder
     */
    public final B forceResume() {
        resumeOptions = resumeOptions.withForce();
        return self();
    }

    /**
     * Adds a package whose code, with that of its parts, counts method by method for the fingerprints of steps, if the flow is in a jar
     * that holds libraries too. By default, only packages that share the first two segments with the flow do; all else in the jar counts
     * as one library, so that any change there runs all steps again that reach it. Runs with other packages reuse nothing of each other.
     *
     * @param name the full name of the package
     * @return this builder
     * @throws IllegalArgumentException if {@code name} is not the name of a package
     */
    public final B fingerprintPackage(String name) {
        if (!PACKAGE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`" + name + "` is not the name of a package. Write it as in `import`, such as com.acme.model.");
        }
        fingerprintPackages.add(name);
        return self();
    }

    /**
     * Sets a parameter. For the typed setters of generated code.
     *
     * @param name the name of the field
     * @param value the value, which may be null
     * @return this builder
     */
    protected B parameter(String name, @Nullable Object value) {
        parameters.put(name, value);
        return self();
    }

    /**
     * Sets what is called when the run is stored, before its first task starts.
     *
     * @param listener called once per run, on the thread that runs it
     * @return this builder
     */
    protected B onStart(Consumer<RunReference> listener) {
        this.onStart = Objects.requireNonNull(listener);
        return self();
    }

    /**
     * Sets the clock. The default is that of this machine. For tests.
     *
     * @param clock gives the time, and ends waits
     * @return this builder
     */
    protected B clock(AlarmClock clock) {
        settings = settings.withClock(clock);
        return self();
    }

    /**
     * Sets the number of bytes above which an artifact is logged as very large. The default is 1 GB. For tests.
     *
     * @param bytes the size of the encoded value above which the log names it
     * @return this builder
     */
    protected B largeArtifact(long bytes) {
        settings = settings.withLargeArtifact(bytes);
        return self();
    }

    /**
     * Sets the time between heartbeats, which is also how long the run may take to end once it is out of memory. For tests.
     *
     * @param patience the time, longer than zero
     * @return this builder
     */
    protected B patience(Duration patience) {
        settings = settings.withPatience(patience);
        return self();
    }

    /** Sets how the code of steps is compared with that of other runs. By default, as the classes of the flow say. For tests. */
    B fingerprints(StepFingerprints fingerprints) {
        this.fingerprints = fingerprints;
        return self();
    }

    /**
     * Sets what happens to the process if the run cannot end by itself. By default, nothing.
     *
     * @param processEnd is called with the reason, and ends the process or leaves it
     * @return this builder
     */
    protected B processEnd(ProcessEnd processEnd) {
        settings = settings.withProcessEnd(processEnd);
        return self();
    }

    /**
     * Runs the flow and waits until it has ended.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a task failed
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     * @throws IllegalArgumentException if a required parameter is missing
     */
    protected final RunReference execute() {
        return newExecution().run(parameters, tags, onStart);
    }

    /**
     * Starts the flow, and returns when its run is stored. The run goes on in a thread of its own.
     *
     * @param <R> what the run is when it has succeeded
     * @param result makes what {@link RunHandle#await} returns
     * @return the run, which is stored and goes on
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     * @throws IllegalArgumentException if a required parameter is missing
     */
    protected final <R> RunHandle<R> executeAsync(Function<RunReference, R> result) {
        RunExecution<F> execution = newExecution();
        Map<String, @Nullable Object> given = new LinkedHashMap<>(parameters);
        Set<String> tagged = Set.copyOf(tags);
        return RunHandle.start(started -> execution.run(given, tagged, onStart.andThen(started)), result);
    }

    /**
     * As {@link #executeResume}, but returns when the run is stored. The run goes on in a thread of its own.
     *
     * @param <R> what the run is when it has succeeded
     * @param run the id of the run, perhaps after the name of the flow and a slash
     * @param result makes what {@link RunHandle#await} returns
     * @return the new run, which is stored and goes on
     * @throws ResumeRefusedException if there is no such run of this flow, if its process is alive, if it succeeded and nothing changed
     *     since, or if the flow has no step from which to resume
     * @throws ParameterException if a secret parameter must be set again
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     * @throws IllegalArgumentException if a required parameter is missing
     */
    protected final <R> RunHandle<R> executeResumeAsync(String run, Function<RunReference, R> result) {
        Objects.requireNonNull(run);
        RunExecution<F> execution = newExecution();
        Map<String, @Nullable Object> given = new LinkedHashMap<>(parameters);
        Set<String> tagged = Set.copyOf(tags);
        ResumeOptions options = resumeOptions;
        return RunHandle.start(
                started -> execution.resume(run, options, given, tagged, onStart.andThen(started)), result);
    }

    /**
     * Starts a new run that goes on where another one ended, and waits until it has ended. Tasks that finished there are reused: if the
     * code of their step is the same, if no parameter that it reads has another value, and if the tasks before them are reused. Parameters
     * that are not set keep the values that they had. A line for each step says what is reused, and why the rest runs. If the process
     * of the other run died, that run is ended first.
     *
     * @param run the id of the run, perhaps after the name of the flow and a slash
     * @return the new run, which succeeded
     * @throws ResumeRefusedException if there is no such run of this flow, if its process is alive, if it succeeded and nothing changed
     *     since, or if the flow has no step from which to resume
     * @throws ParameterException if a secret parameter must be set again
     * @throws dev.cairn.runtime.FlowFailedException if a task failed
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     * @throws IllegalArgumentException if a required parameter is missing
     */
    protected final RunReference executeResume(String run) {
        return newExecution().resume(Objects.requireNonNull(run), resumeOptions, parameters, tags, onStart);
    }

    /**
     * What {@link #executeResume} would do. Nothing is stored, and the other run is not ended if its process died.
     *
     * @param run the id of the run, perhaps after the name of the flow and a slash
     * @return what would be reused, and what would run again
     * @throws ResumeRefusedException as {@link #executeResume}
     * @throws ParameterException if a secret parameter must be set again
     * @throws IllegalArgumentException if a required parameter is missing
     */
    protected final ResumePlan planResume(String run) {
        return newExecution(datastore.get()).plan(Objects.requireNonNull(run), resumeOptions, parameters);
    }

    /**
     * Makes sure that a run could start with these parameters. No datastore is opened, and nothing is stored.
     *
     * @return what of the code can be compared with that of later runs
     * @throws ParameterException if a parameter cannot be stored
     * @throws IllegalArgumentException if a required parameter is missing
     */
    protected final CodeCheck checkStart() {
        return newExecution(Datastore.inMemory()).check(parameters);
    }

    /**
     * Reads the code of the flow. No datastore is opened.
     *
     * @return what of it can be compared with that of other runs
     */
    protected final CodeCheck checkCode() {
        return newExecution(Datastore.inMemory()).code();
    }

    private RunExecution<F> newExecution() {
        Datastore opened = datastore.get();
        return newExecution(opened, engine(opened));
    }

    private RunExecution<F> newExecution(Datastore runs) {
        return newExecution(runs, engine);
    }

    private RunExecution<F> newExecution(Datastore runs, Engine engine) {
        StepFingerprints code =
                fingerprints == null ? StepFingerprints.of(definition, fingerprintPackages) : fingerprints;
        return new RunExecution<>(definition, flowFactory, runs, engine, settings, startOptions, code);
    }

    private Engine engine(Datastore opened) {
        if (!isolation.isolates()) {
            return engine;
        }
        if (!(engine instanceof LocalEngine local)) {
            throw new IsolationRefusedException(
                    "only the default engine isolates tasks: drop engine(..) or isolation(..).");
        }
        if (hasFlowFactory) {
            throw new IsolationRefusedException(
                    "isolated tasks run in other processes, where the flow factory of this one"
                            + " cannot make objects: drop flowFactory(..) or isolation(..).");
        }
        IsolatedFlows.requirePossible(definition, opened);
        return local.isolated(isolation);
    }

    @SuppressWarnings("unchecked")
    private B self() {
        return (B) this;
    }
}
