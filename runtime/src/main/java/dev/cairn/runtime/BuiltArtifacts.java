package dev.cairn.runtime;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of a task that a test built by hand. Parameters and constants that were not set are those of a fresh flow
 * instance. Thread-safe.
 */
final class BuiltArtifacts implements TaskArtifacts {
    private final FlowDefinition<?> definition;
    private final String step;
    private final Map<String, @Nullable Object> values;

    BuiltArtifacts(FlowDefinition<?> definition, String step, Map<String, @Nullable Object> values) {
        this.definition = definition;
        this.step = step;
        this.values = new HashMap<>(values);
    }

    @Override
    public FlowDefinition<?> definition() {
        return definition;
    }

    @Override
    public String step() {
        return step;
    }

    @Override
    public Optional<TaskRecord> record() {
        return Optional.empty();
    }

    @Override
    public Datastore datastore() {
        throw new IllegalStateException("the task " + step + " was built by hand, so it is not stored");
    }

    @Override
    public boolean has(String artifact) {
        return values.containsKey(artifact)
                || definition
                        .findArtifact(artifact)
                        .filter(BuiltArtifacts::shared)
                        .isPresent();
    }

    @Override
    public @Nullable Object value(String artifact) {
        if (values.containsKey(artifact)) {
            return values.get(artifact);
        }
        if (!has(artifact)) {
            throw new AbsentArtifactException(artifact, step + " (built by hand)");
        }
        return fresh(definition, artifact);
    }

    private static <F> @Nullable Object fresh(FlowDefinition<F> definition, String artifact) {
        return definition.get(definition.newFlow(), definition.artifactIndex(artifact));
    }

    private static boolean shared(ArtifactDefinition artifact) {
        return artifact.kind() != ArtifactDefinition.Kind.ARTIFACT;
    }
}
