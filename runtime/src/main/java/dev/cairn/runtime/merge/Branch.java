package dev.cairn.runtime.merge;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.JoinedArtifacts;
import dev.cairn.runtime.values.RunArtifacts;
import dev.cairn.runtime.values.StoredVersion;
import dev.cairn.runtime.values.Version;
import org.jspecify.annotations.Nullable;

/** The last task of a branch, for merging. */
interface Branch {
    /** How messages call it: {@code train/3}. */
    String name();

    /** What it holds of an artifact, or null if the artifact does not exist after it. */
    @Nullable
    Version version(ArtifactDefinition artifact);

    /** A stored task. */
    static Branch stored(ArtifactLoader loader, TaskRecord task) {
        return new Branch() {
            @Override
            public String name() {
                return task.task().toString();
            }

            @Override
            public @Nullable Version version(ArtifactDefinition artifact) {
                ArtifactRef ref = RunArtifacts.find(task.artifacts(), artifact);
                return ref == null ? null : new StoredVersion(loader, artifact.codec(), ref);
            }
        };
    }

    /** A task that a test handed to the join. */
    static Branch built(String name, JoinedArtifacts artifacts) {
        return new Branch() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public @Nullable Version version(ArtifactDefinition artifact) {
                return artifacts.version(artifact);
            }
        };
    }
}
