package dev.cairn.testing;

import dev.cairn.client.Task;
import dev.cairn.runtime.TaskArtifacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a task would have left that ran once more. Immutable and thread-safe. */
public final class Replayed {
    private final TaskArtifacts artifacts;
    private final Task attempt;

    Replayed(TaskArtifacts artifacts, Task attempt) {
        this.artifacts = artifacts;
        this.attempt = attempt;
    }

    /**
     * The typed view.
     *
     * @param <V> the generated type of the step's view
     * @param type the constructor of the generated type, such as {@code ModelSelectionArtifacts.Train::new}, which is visible in the package
     *     of the flow
     * @return a view of what the task would have left
     */
    public <V> V as(Function<TaskArtifacts, V> type) {
        return type.apply(artifacts);
    }

    /**
     * Whether an artifact exists after the task. Parameters and constants count too.
     *
     * @param artifact the name of the artifact
     * @return whether {@link #value} has a value for it, even if that is null
     */
    public boolean has(String artifact) {
        return artifacts.has(artifact);
    }

    /**
     * The value of an artifact.
     *
     * @param artifact the name of the artifact
     * @return what the step left in the field; null if it left null
     * @throws dev.cairn.runtime.AbsentArtifactException if it does not exist after the task
     */
    public @Nullable Object value(String artifact) {
        return artifacts.value(artifact);
    }

    /**
     * {@return the artifacts that are not what the attempt had left, sorted by name: other values, and those that only one of the two
     * has} The list is empty if the task would leave the same.
     */
    public List<String> differences() {
        Map<String, ?> then = attempt.taskArtifacts().record().orElseThrow().artifacts();
        Map<String, ?> now = artifacts.record().orElseThrow().artifacts();
        return Stream.concat(then.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(then.get(name), now.get(name)))
                .sorted()
                .toList();
    }
}
