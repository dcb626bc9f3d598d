package dev.cairn.runtime.values;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of a task that a test built by hand. Whoever reads them gets the values that the test gave; a join gets what a run
 * would have stored of them when they were given. Parameters and constants that were not set are those of a fresh flow instance.
 * Thread-safe.
 */
public final class BuiltArtifacts implements JoinedArtifacts {
    private final FlowDefinition<?> definition;
    private final String step;
    private final Map<String, @Nullable Object> values;
    private final Map<String, BuiltVersion> versions = new HashMap<>();
    private final Map<String, CodecException> unstorable = new HashMap<>();

    /**
     * Encodes what can be encoded. What cannot is an error only when it is merged.
     *
     * @param definition the generated definition of the flow
     * @param step the name of the step of the task
     * @param values what the test gave, by name of the artifact; the map is copied, what is in it is not
     */
    public BuiltArtifacts(FlowDefinition<?> definition, String step, Map<String, @Nullable Object> values) {
        this.definition = definition;
        this.step = step;
        this.values = new HashMap<>(values);
        values.forEach(this::encode);
    }

    /** What cannot be stored, such as a mock, can still be read, and be compared with nothing. */
    private void encode(String name, @Nullable Object value) {
        try {
            versions.put(name, BuiltVersion.of(definition.artifact(name), value));
        } catch (CodecException e) {
            unstorable.put(name, e);
        }
    }

    @Override
    public TaskArtifacts afresh() {
        return new BuiltReading(this);
    }

    @Override
    public @Nullable Version version(ArtifactDefinition artifact) {
        CodecException problem = unstorable.get(artifact.name());
        if (problem != null) {
            throw problem;
        }
        return versions.get(artifact.name());
    }

    /** The value of an artifact, in an instance that no other reader has seen, if it can be stored. */
    @Nullable
    Object newValue(String artifact) {
        BuiltVersion version = versions.get(artifact);
        return version == null ? value(artifact) : version.value();
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
        return artifact.kind() != ArtifactDefinition.Kind.ARTIFACT && !artifact.secret();
    }
}
