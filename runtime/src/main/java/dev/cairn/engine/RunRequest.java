package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.task.RunContext;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an {@link Engine} is asked to run, and what it does so with: a schedule, which says what may start, and runners, which run
 * it. An engine that runs tasks in other processes sends them the name of the flow, the URL of the datastore and the id of the
 * run; there they {@linkplain TaskRunner#attach attach}. Thread-safe.
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

    RunRequest(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            RunRecord run,
            RunSettings settings,
            RunGuard guard) {
        this.definition = definition;
        this.flowFactory = flowFactory;
        this.datastore = datastore;
        this.run = run;
        this.settings = settings;
        this.guard = guard;
    }

    /**
     * A request to run what is stored as a run already, perhaps by another process.
     *
     * @throws DatastoreException if the datastore has no such run
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run is one of another flow
     */
    public static <F> RunRequest<F> of(FlowDefinition<F> definition, Datastore datastore, RunId run) {
        definition.requireCompatible();
        RunRecord record = datastore
                .runs()
                .find(run)
                .orElseThrow(() -> new DatastoreException("run " + run + " is not in " + datastore.url()
                        + ". Open the datastore that it was started on."));
        if (!record.flow().equals(definition.name())) {
            throw new IllegalArgumentException("run " + run + " is one of flow " + record.flow() + ", not of "
                    + definition.name() + ". Attach with the definition of the flow that was started.");
        }
        return new RunRequest<>(
                definition, definition::newFlow, datastore, record, RunSettings.standard(), new RunGuard());
    }

    /** The flow. */
    public FlowDefinition<F> definition() {
        return definition;
    }

    /** Where the run is stored. */
    public Datastore datastore() {
        return datastore;
    }

    /** The id of the run. */
    public RunId run() {
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

    /** A new schedule of the run, which has been told nothing. */
    public Schedule newSchedule() {
        return new Schedule(FlowPlan.of(definition), run.id());
    }

    /**
     * A schedule of the run that knows how all attempts ended that are stored: for an engine that goes on where it, or another one,
     * has stopped.
     *
     * @throws DatastoreException if records are missing from which others follow, or are those of another version of the flow
     */
    public Schedule storedSchedule() {
        Schedule schedule = newSchedule();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(run.id())) {
            attempts.map(TaskFact::of).forEach(schedule::tell);
        } catch (IllegalArgumentException e) {
            throw new DatastoreException(
                    "run " + definition.name() + "/" + run.id() + " in " + datastore.url() + ": " + e.getMessage(), e);
        }
        if (!schedule.early().isEmpty()) {
            throw new DatastoreException("run " + definition.name() + "/" + run.id() + " in " + datastore.url()
                    + " has a record of task " + schedule.early().first() + ", but none of a task that it follows from."
                    + " The store is damaged; restore it from a copy.");
        }
        return schedule;
    }

    /** A new runner for tasks of the run. Whoever asks for it closes it. */
    public TaskRunner<F> newTaskRunner() {
        return new TaskRunner<>(
                new RunContext<>(definition, flowFactory, datastore, run, settings.clock(), settings.largeArtifact()),
                guard);
    }

    /** Notes that a thread of the engine failed: the run ends, if need be without it. Allocates nothing. */
    public void threadFailed(Throwable failure) {
        guard.threadFailed(failure);
    }
}
