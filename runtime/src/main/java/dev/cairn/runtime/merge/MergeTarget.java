package dev.cairn.runtime.merge;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.Map;

/** The flow instance whose join runs, as a merge sees it. For engines. Used by the thread of the task. */
public interface MergeTarget {
    /** Whether the step has set an artifact before this call of {@code mergeInto}, so that it is kept. */
    boolean isSet(ArtifactDefinition artifact);

    /** Sets what the branches agree on, by name of the artifact: all of it, or, where a value cannot be read, nothing. */
    void merge(Map<String, ArtifactRef> agreed);
}
