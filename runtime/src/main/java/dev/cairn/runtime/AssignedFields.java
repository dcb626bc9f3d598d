package dev.cairn.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Which artifacts the step that runs has set: those whose field differs from what a fresh instance holds, and the primitives
 * that its code assigns on every way to the merge. Null is not set.
 */
final class AssignedFields<F> {
    private final FlowDefinition<F> definition;
    private final Access access;
    private final F flow;
    private final F fresh;

    AssignedFields(FlowDefinition<F> definition, Access access, F flow, F fresh) {
        this.definition = definition;
        this.access = access;
        this.flow = flow;
        this.fresh = fresh;
    }

    boolean contains(ArtifactDefinition artifact) {
        if (artifact.primitive() && access.assignedBeforeMerge().contains(artifact.name())) {
            return true;
        }
        int index = definition.artifactIndex(artifact.name());
        Object value = definition.get(flow, index);
        return value != null && !same(artifact, value, definition.get(fresh, index));
    }

    /** Values of classes without {@code equals} are the same if they are encoded the same. */
    private static boolean same(ArtifactDefinition artifact, Object value, @Nullable Object freshValue) {
        return ValueEquality.equal(value, freshValue)
                || freshValue != null
                        && !artifact.primitive()
                        && Encoding.address(artifact.codec(), value)
                                .equals(Encoding.address(artifact.codec(), freshValue));
    }
}
