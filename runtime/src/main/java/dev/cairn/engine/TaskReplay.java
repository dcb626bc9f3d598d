package dev.cairn.engine;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.output.OutputLog;
import dev.cairn.engine.replay.ReplayDatastore;
import dev.cairn.engine.replay.StandingClock;
import dev.cairn.engine.resume.StepChanges;
import dev.cairn.engine.task.Lifetime;
import dev.cairn.engine.task.PreparedTask;
import dev.cairn.engine.task.RunContext;
import dev.cairn.engine.task.StackTraces;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.engine.values.TaskResults;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Map;
import java.util.Optional;

/**
 * A stored attempt of a task that runs once more in this process, on the calling thread: it loads what that attempt loaded, from its
 * checkpoint if it went on from one, and its step is called with the same arguments at the same time. Nothing of it is stored. For the
 * module {@code testing} and for tools. Used by one thread.
 *
 * @param <F> the flow class
 */
public final class TaskReplay<F> implements AutoCloseable {
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final TaskRecord attempt;
    private final RunContext<F> context;
    private final OutputLog log;
    private final Lifetime lifetime = new Lifetime();
    private final PreparedTask<F> prepared;
    private final Optional<String> change;

    private TaskReplay(FlowDefinition<F> definition, RunRequest<F> request, Datastore datastore, TaskRecord attempt) {
        this.definition = definition;
        this.step = definition.step(attempt.task().step());
        this.attempt = attempt;
        this.change =
                StepChanges.of(definition, datastore, TaskOrigin.of(attempt).run(), attempt.run(), step.name());
        this.context = request.newContext();
        TaskUnit unit =
                new TaskUnit(definition.name(), attempt.run(), attempt.task(), attempt.attempt(), attempt.parents());
        this.log = context.output().newLog(unit);
        this.prepared = PreparedTask.of(
                context,
                unit,
                PreparedTask.before(context, unit),
                false,
                log,
                context.output().newSource(unit, log),
                lifetime);
    }

    /**
     * Loads what an attempt loaded.
     *
     * @param <F> the flow class
     * @param listener is told of each line that the step logs; what it prints goes to the standard streams
     * @param definition the flow
     * @param datastore where the run of the attempt is stored
     * @param attempt the attempt
     * @return the attempt with all that it loads, ready to be {@linkplain #call called}; the caller closes it
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     * @throws IllegalArgumentException if the run belongs to another flow, or if the flow no longer has the step
     * @throws ParameterException if the run was given secret parameters, and the environment lacks one of them
     * @throws dev.cairn.datastore.DatastoreException if the datastore fails, or something is missing or damaged
     */
    public static <F> TaskReplay<F> of(
            FlowDefinition<F> definition, Datastore datastore, TaskRecord attempt, OutputListener listener) {
        if (definition.findStep(attempt.task().step()).isEmpty()) {
            throw new IllegalArgumentException("flow " + definition.name() + " has no step `"
                    + attempt.task().step() + "` any more, so task " + attempt.task() + " cannot run again.");
        }
        ReplayDatastore replayed = new ReplayDatastore(datastore, attempt);
        RunSettings settings = RunSettings.standard()
                .withClock(StandingClock.at(attempt.startedAt()))
                .withOutput(listener)
                .withCaptureOutput(false);
        return new TaskReplay<>(
                definition, RunRequest.of(definition, replayed, attempt.run()).with(settings), datastore, attempt);
    }

    /** {@return the instance on which the step is called: its fields are loaded} */
    public F flow() {
        return prepared.flow();
    }

    /** {@return what the step is called with} */
    public TaskArguments arguments() {
        return prepared.arguments();
    }

    /**
     * Compares the code of the step with that of the attempt.
     *
     * @return how it differs, as the end of a sentence about the step; empty if it is the same
     */
    public Optional<String> change() {
        return change;
    }

    /**
     * Calls the step, which is done once.
     *
     * @return what the task would have left
     * @throws Exception what the step throws
     * @throws dev.cairn.runtime.ReadOnlyValueException if it changed a parameter or a constant in place
     * @throws dev.cairn.codec.CodecException if it left a value that cannot be stored
     */
    public TaskArtifacts call() throws Exception {
        try {
            definition.call(prepared.flow(), definition.stepIndex(step.name()), prepared.arguments());
        } finally {
            lifetime.end();
        }
        ArtifactWriter writer = context.newWriter(log);
        prepared.readOnlyFields().requireUnchanged(writer);
        Map<String, ArtifactRef> after =
                new TaskResults<>(definition, step, prepared.flow(), prepared.fields(), writer).succeeded();
        writer.store();
        return context.artifacts()
                .of(TaskRecord.builder(
                                attempt.run(),
                                attempt.task(),
                                attempt.attempt(),
                                TaskStatus.SUCCEEDED,
                                attempt.startedAt(),
                                attempt.startedAt())
                        .artifacts(after)
                        .parents(attempt.parents())
                        .build());
    }

    /**
     * Cuts the stack trace of what the step threw to the frames of the user.
     *
     * @param failure what {@link #call} threw; it is changed in place
     */
    public void keepUserFrames(Throwable failure) {
        StackTraces.keepUserFrames(failure, definition.getClass().getName());
    }

    /** Ends all threads that are not in a step method. */
    @Override
    public void close() {
        context.close();
    }
}
