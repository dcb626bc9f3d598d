package dev.cairn.processor.body.effect;

import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FieldAccess.Kind;

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
    FieldAssignment through(String helper) {
        return new FieldAssignment(field, kind, certain, assigned, merged, helper, place);
    }
}
