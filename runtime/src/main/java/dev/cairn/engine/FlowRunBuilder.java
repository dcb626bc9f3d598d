package dev.cairn.engine;

import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;

/**
 * Describes a run of a flow, and starts it. Generated code extends this class, once per flow, and adds one setter per parameter. Not
 * thread-safe.
 *
 * @param <F> the flow class
 * @param <R> the generated class of the flow's runs
 * @param <B> the builder itself
 */
public abstract class FlowRunBuilder<F, R, B extends FlowRunBuilder<F, R, B>> extends RunBuilder<F, B> {
    /**
     * For generated code.
     *
     * @param definition the flow
     * @throws dev.cairn.runtime.IncompatibleCodeException if this version cannot serve the compiled flow
     */
    protected FlowRunBuilder(FlowDefinition<F> definition) {
        super(definition);
    }

    /**
     * {@return the run as the generated class shows it}
     *
     * @param run a run that succeeded
     */
    protected abstract R result(RunReference run);

    /**
     * Runs the flow and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     * @throws IllegalArgumentException if a required parameter is missing
     */
    public final R run() {
        return result(execute());
    }

    /**
     * Starts the flow and does not wait for its end.
     *
     * @return the run, which is stored and goes on
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     * @throws IllegalArgumentException if a required parameter is missing
     */
    public final RunHandle<R> runAsync() {
        return executeAsync(this::result);
    }

    /**
     * Goes on where another run ended, and waits for the end. What is finished is reused where neither its code nor its parameters
     * changed; parameters that are not set keep their values.
     *
     * @param id the id of the other run, perhaps after the name of the flow and a slash
     * @return the new run, which succeeded
     * @throws ResumeRefusedException if there is no such run of this flow, if its process is alive, if it succeeded and nothing changed
     *     since, or if the flow has no step from which to resume
     * @throws ParameterException if a secret parameter must be set again
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     */
    public final R resume(String id) {
        return result(executeResume(id));
    }

    /**
     * Goes on where another run ended, as {@link #resume}, and does not wait for the end.
     *
     * @param id the id of the other run, perhaps after the name of the flow and a slash
     * @return the new run, which is stored and goes on
     * @throws ResumeRefusedException as {@link #resume}
     * @throws ParameterException if a secret parameter must be set again
     * @throws dev.cairn.datastore.FlowIsRunningException if the run is exclusive, and another run of the flow is alive
     */
    public final RunHandle<R> resumeAsync(String id) {
        return executeResumeAsync(id, this::result);
    }
}
