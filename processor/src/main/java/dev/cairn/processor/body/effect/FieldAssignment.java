package dev.cairn.processor.body.effect;

import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FieldAccess.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An assignment to a field. Immutable.
 *
 * @param field the field
 * @param kind an assignment or an update
 * @param certain whether it is this field for sure
 * @param assigned whether the field is assigned before
 * @param merged whether the field is merged before
 * @param through the helper method that is called for it, or the empty string
 * @param place where it is
 */
public record FieldAssignment(
        int field, Kind kind, boolean certain, Before assigned, Before merged, String through, Place place) {
    // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
    // compilation.
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FieldAssignment other
                && field == other.field
                && kind == other.kind
                && certain == other.certain
                && assigned == other.assigned
                && merged == other.merged
                && through.equals(other.through)
                && place.tree() == other.place.tree()
                && place.member() == other.place.member();
    }

    @Override
    public int hashCode() {
        return 31 * (31 * field + kind.ordinal()) + place.tree().hashCode();
    }

    FieldAssignment through(String helper) {
        return new FieldAssignment(field, kind, certain, assigned, merged, helper, place);
    }
}
