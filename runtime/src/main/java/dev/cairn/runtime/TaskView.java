package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;

/**
 * A finished task of one step, with typed access to its artifacts. Generated code adds one accessor per artifact. Thread-safe.
 *
 * @param <N> the generated enum of the flow's artifacts
 */
public abstract class TaskView<N extends Enum<N>> {
    private final TaskArtifacts artifacts;

    /**
     * For generated code.
     *
     * @param artifacts the artifacts of the task
     */
    protected TaskView(TaskArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * {@return whether an artifact exists after this task}
     *
     * @param name the artifact
     */
    public final boolean has(N name) {
        return artifacts.has(name.toString());
    }

    /**
     * {@return the artifacts of a view}
     *
     * @param view any view
     */
    public static TaskArtifacts artifactsOf(TaskView<?> view) {
        return view.artifacts;
    }

    /**
     * {@return the view of a finished task, of the class that is generated for its step} For generated code, which knows that class.
     *
     * @param <V> the generated view
     * @param artifacts those of the task
     */
    @SuppressWarnings("unchecked")
    public static <V> V of(TaskArtifacts artifacts) {
        FlowDefinition<?> definition = artifacts.definition();
        return (V) definition.view(definition.stepIndex(artifacts.step()), artifacts);
    }

    /**
     * The value of an artifact. For generated accessors, which cast it to its type.
     *
     * @param name the name of the artifact
     * @return the value, which is loaded when it is first needed; null where the field may be
     * @throws AbsentArtifactException if the artifact does not exist after the task
     * @throws UnreadableArtifactException if what is stored cannot be read as its type
     */
    @SuppressWarnings("NullAway") // null where the field may be
    protected final Object value(String name) {
        return artifacts.value(name);
    }

    /**
     * The value of an artifact. For generated accessors whose type has arguments, so that a cast to it would be unchecked.
     *
     * @param <T> the type of the artifact
     * @param name the name of the artifact
     * @return the value, which is loaded when it is first needed; null where the field may be
     * @throws AbsentArtifactException if the artifact does not exist after the task
     * @throws UnreadableArtifactException if what is stored cannot be read as that type
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // null where the field may be
    protected final <T> T artifact(String name) {
        return (T) artifacts.value(name);
    }

    /** The path of the task. */
    @Override
    public final String toString() {
        return artifacts
                .record()
                .map(task -> artifacts.definition().name() + "/" + task.run() + "/" + task.task())
                .orElseGet(() -> artifacts.step() + " (built by hand)");
    }
}
