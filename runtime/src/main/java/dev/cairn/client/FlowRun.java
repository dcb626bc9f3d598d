package dev.cairn.client;

import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import java.util.List;

/**
 * A run of one flow, past or present, with typed access to its tasks. Generated code adds one accessor per step. Immutable
 * and thread-safe. Each call reads the current state of the datastore.
 *
 * @param <S> the generated type of the flow's steps; {@code toString()} of each is its name
 */
public abstract class FlowRun<S> {
    private final Run run;

    /**
     * For generated code.
     *
     * @param run the untyped run, of the flow that {@code S} belongs to
     */
    protected FlowRun(Run run) {
        this.run = run;
    }

    /** {@return the id of the run} */
    public final String id() {
        return run.id();
    }

    /** {@return whether the run ended and its end step finished} */
    public final boolean successful() {
        return run.successful();
    }

    /** {@return the untyped run, with everything that is not specific to this flow} */
    public final Run run() {
        return run;
    }

    /**
     * {@return whether a step has a finished task}
     *
     * @param step one of the flow's steps
     */
    public final boolean ran(S step) {
        return run.step(step.toString()).ran();
    }

    /**
     * {@return the artifacts of the only task of a step outside any foreach; in a loop, of the last iteration} For generated accessors.
     *
     * @param step the name of the step
     * @throws NoSuchTaskException if the step has no finished task
     */
    protected final TaskArtifacts artifacts(String step) {
        return run.step(step).task().taskArtifacts();
    }

    /**
     * {@return the views of the finished tasks of a step, in item order and with all iterations} For generated accessors. If the run has
     * ended, each view is read when it is first accessed.
     *
     * @param <V> the generated view of a task of the step
     * @param step the name of the step
     */
    protected final <V> List<V> views(String step) {
        return run.step(step).views(task -> TaskView.of(task.taskArtifacts()));
    }

    /**
     * {@return the views of the finished tasks of a step, in item order, only of the last iterations} For generated accessors.
     *
     * @param <V> the generated view of a task of the step
     * @param step the name of the step
     */
    protected final <V> List<V> lastViews(String step) {
        return run.step(step).lastIterations().stream()
                .<V>map(task -> TaskView.of(task.taskArtifacts()))
                .toList();
    }

    /** Text such as {@code Run("ModelSelection/20261123T211357042-k3f9x2dq")}. */
    @Override
    public final String toString() {
        return run.toString();
    }
}
