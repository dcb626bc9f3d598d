package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.output.RunOutput;
import dev.cairn.engine.process.ChildPool;
import dev.cairn.engine.process.Message;
import dev.cairn.engine.resume.Resumption;
import dev.cairn.engine.resume.ReuseSource;
import dev.cairn.engine.resume.StepFingerprints;
import dev.cairn.engine.resume.StoredReuse;
import dev.cairn.engine.run.RunEvents;
import dev.cairn.engine.secret.AttachedSecrets;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.engine.task.RunContext;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.engine.task.RunPolicy;
import dev.cairn.engine.task.TaskThreads;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run for an {@link Engine} to execute. It provides the schedule, which says what may start, and the runners, which execute it. An
 * engine that runs tasks in other processes sends them the name of the flow, the URL of the datastore and the id of the run; those
 * processes {@linkplain TaskRunner#attach attach} to the run. Thread-safe.
 *
 * @param <F> the flow class
 */
public final class RunRequest<F> {
    private final FlowDefinition<F> definition;
    private final Supplier<? extends F> flowFactory;
    private final Datastore datastore;
    private final RunRecord run;
    private final RunSettings settings;
    private final RunGuard guard;
    private final Supplier<Secrets> secrets;
    private final AtomicReference<@Nullable Schedule> prepared; // for the first who asks
    private final ReuseSource reuse;
    private final RunEvents events;

    RunRequest(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            RunRecord run,
            RunSettings settings,
            RunGuard guard,
            Supplier<Secrets> secrets,
            @Nullable Schedule prepared,
            ReuseSource reuse,
            RunEvents events) {
        this.definition = definition;
        this.flowFactory = flowFactory;
        this.datastore = datastore;
        this.run = run;
        this.settings = settings;
        this.guard = guard;
        this.secrets = secrets;
        this.prepared = new AtomicReference<>(prepared);
        this.reuse = reuse;
        this.events = events;
    }

    /**
     * A request for a run that is already stored, perhaps by another process. If the run was given secret parameters, runners take them
     * from the environment of this process.
     *
     * @param <F> the flow class
     * @param definition the flow
     * @param datastore where the run is stored
     * @param run the id of the run
     * @return a request with the default settings, whose output goes to the standard streams
     * @throws DatastoreException if the datastore has no such run
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run belongs to another flow
     */
    public static <F> RunRequest<F> of(FlowDefinition<F> definition, Datastore datastore, RunId run) {
        RunRecord record = find(definition, datastore, run);
        return stored(
                definition,
                datastore,
                record,
                () -> new AttachedSecrets(definition, datastore, record).in(System.getenv()));
    }

    /**
     * The same, for a run that was given secret parameters, which this process has.
     *
     * @param <F> the flow class
     * @param secrets the values of these parameters by name of the field
     * @param definition the flow
     * @param datastore where the run is stored
     * @param run the id of the run
     * @return a request with the default settings, whose output goes to the standard streams
     * @throws DatastoreException if the datastore has no such run
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run belongs to another flow
     * @throws ParameterException if a secret is missing or does not fit, or if the flow has no such secret parameter
     */
    public static <F> RunRequest<F> of(
            FlowDefinition<F> definition,
            Datastore datastore,
            RunId run,
            Map<String, ? extends @Nullable Object> secrets) {
        RunRecord record = find(definition, datastore, run);
        Secrets given = new AttachedSecrets(definition, datastore, record).of(secrets);
        return stored(definition, datastore, record, () -> given);
    }

    private static RunRecord find(FlowDefinition<?> definition, Datastore datastore, RunId run) {
        definition.requireCompatible();
        RunRecord record = datastore
                .runs()
                .find(run)
                .orElseThrow(() -> new DatastoreException("run " + run + " is not in " + datastore.url()
                        + ". Open the datastore in which it was started."));
        if (!record.flow().equals(definition.name())) {
            throw new IllegalArgumentException("run " + run + " belongs to flow " + record.flow() + ", not to "
                    + definition.name() + ". Use the definition of flow " + record.flow() + ".");
        }
        return record;
    }

    private static <F> RunRequest<F> stored(
            FlowDefinition<F> definition, Datastore datastore, RunRecord run, Supplier<Secrets> secrets) {
        return stored(definition, datastore, run, RunSettings.standard(), new RunGuard(), secrets);
    }

    /** For a run that another process owns. */
    static <F> RunRequest<F> stored(
            FlowDefinition<F> definition,
            Datastore datastore,
            RunRecord run,
            RunSettings settings,
            RunGuard guard,
            Supplier<Secrets> secrets) {
        return new RunRequest<>(
                definition,
                definition::newFlow,
                datastore,
                run,
                settings.withPolicy(RunPolicy.of(run)),
                guard,
                secrets,
                null,
                StoredReuse.of(definition, datastore, run, secrets),
                new RunEvents(definition, List.of()));
    }

    /** The same run with other settings. */
    RunRequest<F> with(RunSettings other) {
        return new RunRequest<>(definition, flowFactory, datastore, run, other, guard, secrets, null, reuse, events);
    }

    /** {@return the flow} */
    public FlowDefinition<F> definition() {
        return definition;
    }

    /** {@return the datastore of the run} */
    public Datastore datastore() {
        return datastore;
    }

    /** {@return the id of the run} */
    public RunId run() {
        return run.id();
    }

    /** {@return whether the run was resumed from another one, so that it may have tasks that were taken over from that} */
    public boolean resumed() {
        return run.origin() != null;
    }

    /**
     * The steps whose code in this process is not that with which the run was started. To read the code takes some time.
     *
     * @return their names; a step whose code is not known on one side, or was read in another way, is not among them
     */
    public Set<String> changedSteps() {
        return Resumption.changedSteps(
                run.fingerprints(), Resumption.code(definition, StepFingerprints.of(definition)));
    }

    /**
     * Follows the run, which other processes execute, until it has ended, and passes its output on.
     *
     * @param look is called again and again meanwhile; what it throws ends the wait
     * @return the first failure; empty if the run succeeded
     * @throws InterruptedException if the calling thread was interrupted, or if the run was stopped
     * @throws DatastoreException if the run has died, and another process ended it
     */
    public Optional<TaskFailure> follow(RunFollower.Look look) throws InterruptedException {
        RunRecord ended = new RunFollower(datastore, run.id(), settings.output()).await(look);
        return switch (ended.status()) {
            case SUCCEEDED -> Optional.empty();
            case FAILED -> Optional.of(failure(ended));
            case INTERRUPTED -> throw new InterruptedException("run " + run.id() + " was stopped");
            case RUNNING, DIED, IMPORTING ->
                throw new DatastoreException("run " + definition.name() + "/" + run.id()
                        + " has died: its processes gave no sign of life. Resume it, or start a new run.");
        };
    }

    private TaskFailure failure(RunRecord ended) {
        FailureRecord failure = Objects.requireNonNull(ended.failure());
        if (ended.failedTask() == null) {
            throw new RecordedFailureException(failure);
        }
        return TaskFailure.of(ended.failedTask(), failure);
    }

    /**
     * Passes a line about the run on to those who see its output.
     *
     * @param line the line, without its end
     */
    public void note(String line) {
        settings.output()
                .line(
                        definition.name() + "/" + run.id(),
                        new LogLine(settings.clock().clock().instant(), LogLine.Stream.LOG, line));
    }

    /** {@return how many tasks may run at once} */
    public int maxWorkers() {
        return settings.maxWorkers();
    }

    /**
     * {@return whether, after a task has failed, those still start that do not depend on it}. The run fails all the same, with its first
     * failure, once its {@linkplain Schedule#over schedule is over}.
     */
    public boolean keepsGoing() {
        return settings.policy().keepGoing();
    }

    /**
     * A new thread on which tasks can run: a daemon, or a virtual thread if the run was {@linkplain RunBuilder#virtualThreads told so}.
     *
     * @param name the name of the thread
     * @param action what it does
     * @return the thread, which is not started
     */
    public Thread newThread(String name, Runnable action) {
        return TaskThreads.newThread(settings.policy().virtualThreads(), name, action);
    }

    /** {@return the clock for waits between attempts} */
    public AlarmClock alarmClock() {
        return settings.clock();
    }

    /**
     * The schedule with which the run starts: without any facts or, if it was {@linkplain RunRecord#origin resumed} from another run, with
     * those of the tasks that it took over.
     *
     * @return a schedule for the caller alone
     * @throws DatastoreException as {@link #storedSchedule()}
     */
    public Schedule newSchedule() {
        Schedule known = prepared.getAndSet(null);
        if (known != null) {
            return known;
        }
        return run.origin() == null ? emptySchedule() : storedSchedule();
    }

    private Schedule emptySchedule() {
        return new Schedule(FlowPlan.of(definition), run.id(), keepsGoing());
    }

    /**
     * A schedule of the run that has the facts of all stored attempts. With it, an engine continues where it, or another engine, has
     * stopped.
     *
     * @return a schedule for the caller alone
     * @throws DatastoreException if records are missing that others depend on, or if they come from another version of the flow
     */
    public Schedule storedSchedule() {
        Schedule schedule = emptySchedule();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(run.id())) {
            attempts.map(TaskFact::of).forEach(schedule::tell);
        } catch (IllegalArgumentException e) {
            throw new DatastoreException(
                    "run " + definition.name() + "/" + run.id() + " in " + datastore.url() + ": " + e.getMessage(), e);
        }
        if (!schedule.early().isEmpty()) {
            throw new DatastoreException("run " + definition.name() + "/" + run.id() + " in " + datastore.url()
                    + " has a record of task " + schedule.early().first() + ", but no record of a task before it."
                    + " The datastore is damaged: restore it from a backup.");
        }
        return schedule;
    }

    /**
     * Takes over what need not run now that a task has ended: if the run was {@linkplain RunRecord#origin resumed} from another one, and
     * the task opened a foreach, the tasks that were done there for elements of it. An engine calls this before it tells the fact of the
     * task to its schedule, and tells the facts that this returns right after it. If it does not, these tasks run again. Where tasks run in
     * several processes, the one that ran the task calls it, when its commit is durable; the others find what was taken over in the
     * datastore.
     *
     * @param ended how the task ended, which is stored
     * @param stopped whether the run was told to stop, so that nothing more needs to be taken over
     * @return the facts of the tasks that were taken over, which are durable
     * @throws DatastoreException if the datastore fails
     * @throws InterruptedException if the thread was interrupted
     */
    public List<TaskFact> takeOverAfter(TaskFact ended, BooleanSupplier stopped) throws InterruptedException {
        return reuse.after(ended, stopped);
    }

    /**
     * A new runner for tasks of the run. The caller closes it.
     *
     * @return the runner
     * @throws ParameterException if another process started the run, and the environment of this one lacks one of its secret parameters
     */
    public TaskRunner<F> newTaskRunner() {
        return new TaskRunner<>(newContext(), guard);
    }

    /** What the tasks of the run share in this process. The caller closes it. */
    RunContext<F> newContext() {
        Secrets given = secrets.get();
        RunOutput output = new RunOutput(
                datastore.runs(),
                definition.name(),
                run.id(),
                settings.clock().clock(),
                settings.output(),
                given.hidden(),
                settings.captureOutput());
        return new RunContext<>(
                definition,
                flowFactory,
                datastore,
                run,
                settings.clock(),
                settings.largeArtifact(),
                output,
                given,
                settings.policy());
    }

    /**
     * Reports to the {@linkplain RunBuilder#listener listeners} of the run that an attempt starts. Engines call it for each attempt.
     *
     * @param unit the attempt
     */
    public void taskStarted(TaskUnit unit) {
        events.taskStarted(unit);
    }

    /**
     * Reports to the {@linkplain RunBuilder#listener listeners} of the run how an attempt ended. Engines call it for each attempt, before
     * a task that follows starts.
     *
     * @param unit the attempt
     * @param outcome how it ended
     */
    public void taskEnded(TaskUnit unit, TaskOutcome outcome) {
        events.taskEnded(unit, () -> outcome);
    }

    /**
     * The same, for an attempt that ran in this process.
     *
     * @param outcome how it ended, without regard to whether the commit is durable
     */
    public void taskEnded(PendingOutcome outcome) {
        events.taskEnded(outcome.unit(), outcome::outcome);
    }

    /**
     * Reports to the {@linkplain RunBuilder#listener listeners} of the run which tasks were {@linkplain #takeOverAfter taken over}.
     *
     * @param facts what {@link #takeOverAfter} returned
     */
    public void tasksReused(List<TaskFact> facts) {
        Map<String, Long> reused = new TreeMap<>();
        facts.forEach(fact -> reused.merge(fact.task().step(), 1L, Long::sum));
        reused.forEach(
                (step, tasks) -> events.tasksReused(new RunReference(definition, datastore, run.id()), step, tasks));
    }

    /**
     * A new executor of units of the run for an engine of this process. The caller closes it.
     *
     * @param isolation whether tasks run in other processes
     * @return the executor
     * @throws ParameterException as {@link #newTaskRunner}
     * @throws IsolationRefusedException if tasks are to run in other processes, and cannot
     */
    public UnitExecutor newExecutor(Isolation isolation) {
        if (!isolation.isolates()) {
            return newTaskRunner();
        }
        Message.Attach attach = new Message.Attach(
                IsolatedFlows.requirePossible(definition, datastore),
                datastore.url(),
                run.id(),
                secrets.get().encoded(),
                settings.largeArtifact(),
                settings.captureOutput());
        ChildPool pool = new ChildPool(
                IsolatedMain.class,
                settings.maxWorkers(),
                attach,
                line -> settings.output().line(line.path(), line.line()));
        return new IsolatedExecutor(newTaskRunner(), isolation, pool);
    }

    /**
     * Reports that a thread of the engine failed. The run ends, if necessary without this thread. Allocates no memory.
     *
     * @param failure what the thread threw
     */
    public void threadFailed(Throwable failure) {
        guard.threadFailed(failure);
    }
}
