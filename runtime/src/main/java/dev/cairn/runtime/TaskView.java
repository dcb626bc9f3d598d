package dev.cairn.runtime;

/**
 * A finished task of one step, with typed access to its artifacts. Generated code adds one accessor per artifact. Thread-safe.
 *
 * @param <N> the generated enum of the flow's artifacts
 */
public abstract class TaskView<N extends Enum<N>> {
    private final TaskArtifacts artifacts;

    /** For generated code. */
    protected TaskView(TaskArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** Whether an artifact exists after this task. */
    public final boolean has(N name) {
        return artifacts.has(name.toString());
    }

    /** The artifacts of a view. */
    public static TaskArtifacts artifactsOf(TaskView<?> view) {
        return view.artifacts;
    }

    /** The value of an artifact. For generated accessors, which know its type. */
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
