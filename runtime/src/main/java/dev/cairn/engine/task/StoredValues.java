package dev.cairn.engine.task;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that a task leaves, as they are stored, never the live ones: so where the flow goes on is decided by what a
 * resumed run will see too. Belongs to one task; not thread-safe.
 */
public final class StoredValues {
    private final RunContext<?> context;
    private final ArtifactWriter writer;
    private final Map<String, ArtifactRef> after;

    /**
     * Of one task.
     *
     * @param writer has what is not committed yet
     * @param after the artifacts after the task
     */
    public StoredValues(RunContext<?> context, ArtifactWriter writer, Map<String, ArtifactRef> after) {
        this.context = context;
        this.writer = writer;
        this.after = after;
    }

    /** Whether an artifact exists after the task; parameters and constants do, apart from secret ones. */
    boolean has(ArtifactDefinition artifact) {
        return artifact.kind() != ArtifactDefinition.Kind.ARTIFACT && !artifact.secret()
                || after.containsKey(artifact.name());
    }

    /** The value of an artifact that exists. */
    @Nullable
    Object get(ArtifactDefinition artifact) {
        ArtifactRef ref = artifact.kind() == ArtifactDefinition.Kind.ARTIFACT
                ? Objects.requireNonNull(after.get(artifact.name()))
                : context.sharedValues().ref(artifact);
        byte[] pending = writer.pending(ref.address());
        return pending != null
                ? context.loader().value(pending, artifact.codec())
                : context.loader().value(ref, artifact.codec());
    }
}
