package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.BuiltArtifacts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the view of a task by hand, for tests of a step that reads it. Generated code adds one setter per artifact. Artifacts that are
 * not set are absent; parameters and constants that are not set have the values of a new flow instance. As in a run, a join that gets
 * the view reads and merges copies of the values, as they were when the view was built. Not thread-safe.
 *
 * @param <V> the view
 * @param <B> the builder itself
 */
public abstract class TaskViewBuilder<V, B extends TaskViewBuilder<V, B>> {
    private final FlowDefinition<?> definition;
    private final String step;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * For generated code.
     *
     * @param definition the flow
     * @param step the step whose task is built
     */
    protected TaskViewBuilder(FlowDefinition<?> definition, String step) {
        this.definition = definition;
        this.step = step;
    }

    /**
     * Sets an artifact.
     *
     * @param name the name of the artifact
     * @param value its value, which may be null
     * @return this builder
     */
    @SuppressWarnings("unchecked")
    protected final B artifact(String name, @Nullable Object value) {
        values.put(name, value);
        return (B) this;
    }

    /** {@return a new view, which later calls of this builder do not change} */
    public final V build() {
        return TaskView.of(new BuiltArtifacts(definition, step, values));
    }
}
