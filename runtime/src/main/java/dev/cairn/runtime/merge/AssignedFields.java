package dev.cairn.runtime.merge;

import dev.cairn.codec.CodecException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Encoding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which artifacts a join has set that a test calls by hand, of whose instance nobody knows what it held before: those that its code
 * assigns on every way to the merge; of what it may assign or change, those whose field differs from what fresh instances hold, if
 * they hold the same.
 */
final class AssignedFields<F> {
    private final FlowDefinition<F> definition;
    private final Access access;
    private final F flow;
    private final F fresh;
    private final F otherFresh;

    AssignedFields(FlowDefinition<F> definition, Access access, F flow) {
        this.definition = definition;
        this.access = access;
        this.flow = flow;
        this.fresh = definition.newFlow();
        this.otherFresh = definition.newFlow();
    }

    boolean contains(ArtifactDefinition artifact) {
        String name = artifact.name();
        if (access.assignedBeforeMerge().contains(name)) {
            return true;
        } else if (!access.assigns(name) && !access.changes(name)) {
            return false;
        }
        int index = definition.artifactIndex(name);
        Object freshValue = definition.get(fresh, index);
        return !same(artifact, definition.get(flow, index), freshValue)
                && same(artifact, definition.get(otherFresh, index), freshValue);
    }

    private static boolean same(ArtifactDefinition artifact, @Nullable Object value, @Nullable Object freshValue) {
        if (value == null || freshValue == null || artifact.primitive()) {
            return Objects.equals(value, freshValue);
        }
        try {
            return Encoding.address(artifact.codec(), value).equals(Encoding.address(artifact.codec(), freshValue));
        } catch (CodecException e) {
            return value == freshValue; // what cannot be stored is like nothing else
        }
    }
}
