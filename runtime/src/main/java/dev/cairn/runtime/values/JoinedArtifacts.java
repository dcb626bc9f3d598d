package dev.cairn.runtime.values;

import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.definition.ArtifactDefinition;
import org.jspecify.annotations.Nullable;

/** Artifacts of a task that arrives at a join, which reads and merges values of its own. Thread-safe. */
public sealed interface JoinedArtifacts extends TaskArtifacts permits StoredArtifacts, BuiltArtifacts {
    /** The same artifacts, with values that no other reader has seen. */
    TaskArtifacts afresh();

    /** What is to be merged of an artifact, or null if it does not exist after the task. */
    @Nullable
    Version version(ArtifactDefinition artifact);

    /** Those of a task, whoever read them before. */
    static JoinedArtifacts of(TaskArtifacts artifacts) {
        return artifacts instanceof BuiltReading reading ? reading.built() : (JoinedArtifacts) artifacts;
    }
}
