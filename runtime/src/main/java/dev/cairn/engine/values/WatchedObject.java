package dev.cairn.engine.values;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.lang.ref.WeakReference;

/** An object that tasks share, and of which nothing in its class says that it stays as it is. Thread-safe. */
final class WatchedObject {
    private final ArtifactRef ref;
    private final ArtifactDefinition artifact;
    private final WeakReference<Object> value;
    private volatile long lentAt;

    /**
     * An object.
     *
     * @param ref the version of which it was made
     */
    WatchedObject(ArtifactRef ref, ArtifactDefinition artifact, Object value) {
        this.ref = ref;
        this.artifact = artifact;
        this.value = new WeakReference<>(value);
    }

    ArtifactRef ref() {
        return ref;
    }

    ArtifactDefinition artifact() {
        return artifact;
    }

    /** The object; empty when nobody has it any more. */
    WeakReference<Object> value() {
        return value;
    }

    /** Notes that a task gets it. */
    void lend(long moment) {
        lentAt = moment;
    }

    /** Whether a task got it at a moment or later. */
    boolean wasLentSince(long moment) {
        return lentAt >= moment;
    }
}
