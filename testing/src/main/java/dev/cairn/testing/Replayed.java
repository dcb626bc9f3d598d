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
     * @param type the constructor of the generated type, such as {@code ModelSelectionArtifacts.Train::new}, which is visible in the package
     *     of the flow
     */
    public <V> V as(Function<TaskArtifacts, V> type) {
        return type.apply(artifacts);
    }

    /** Whether an artifact exists after the task. */
    public boolean has(String artifact) {
        return artifacts.has(artifact);
    }

    /**
     * The value of an artifact.
     *
     * @throws dev.cairn.runtime.AbsentArtifactException if it does not exist after the task
     */
    public @Nullable Object value(String artifact) {
        return artifacts.value(artifact);
    }

    /** The artifacts that are not what the attempt had left, sorted by name: other values, and those that only one of the two has. */
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
