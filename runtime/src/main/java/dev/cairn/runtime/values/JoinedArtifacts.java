package dev.cairn.runtime.values;

import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.definition.ArtifactDefinition;
import org.jspecify.annotations.Nullable;

/** Artifacts of a task that arrives at a join, which reads and merges values of its own. Thread-safe. */
public sealed interface JoinedArtifacts extends TaskArtifacts permits StoredArtifacts, BuiltArtifacts {
    /** {@return the same artifacts, with values that no other reader has seen} */
    TaskArtifacts afresh();

    /**
     * {@return what is to be merged of an artifact; null if it does not exist after the task}
     *
     * @param artifact the artifact, as the flow declares it now
     * @throws dev.cairn.codec.CodecException if a value that a test built by hand cannot be stored
     */
    @Nullable
    Version version(ArtifactDefinition artifact);

    /**
     * {@return the artifacts of a task, whoever read them before}
     *
     * @param artifacts the artifacts of a stored task, or of one that was built by hand
     */
    static JoinedArtifacts of(TaskArtifacts artifacts) {
        return artifacts instanceof BuiltReading reading ? reading.built() : (JoinedArtifacts) artifacts;
    }
}
