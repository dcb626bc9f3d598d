package dev.cairn.processor.body.effect;

import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FieldAccess.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A read of a field that is not assigned on every path before. Immutable.
 *
 * @param field the field
 * @param kind a read or an update
 * @param certain whether it is this field for sure
 * @param deferred whether it stands in a lambda or local class, which may run later
 * @param assigned whether the field is assigned before: never or maybe
 * @param merged whether the field is merged before
 * @param through the helper method that is called for it, or the empty string
 * @param places how many places say the same, this one and those for which it stands
 * @param place where it is
 */
public record FieldRead(
        int field,
        Kind kind,
        boolean certain,
        boolean deferred,
        Before assigned,
        Before merged,
        String through,
        int places,
        Place place) {
    /** What two reads have in common of which the first can stand for both. */
    record Sort(int field, Kind kind, boolean certain, boolean deferred, Before assigned, Before merged) {
        // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
        // compilation.
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Sort other
                    && field == other.field
                    && kind == other.kind
                    && certain == other.certain
                    && deferred == other.deferred
                    && assigned == other.assigned
                    && merged == other.merged;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * field + kind.ordinal()) + assigned.ordinal()) + merged.ordinal();
        }
    }

    Sort sort() {
        return new Sort(field, kind, certain, deferred, assigned, merged);
    }

    /** This read, which stands for more places. */
    FieldRead and(int more) {
        return new FieldRead(field, kind, certain, deferred, assigned, merged, through, places + more, place);
    }

    /** This read, should the field be assigned, or merged, on a path that was not known when the read was found. */
    FieldRead after(boolean maybeAssigned, boolean maybeMerged) {
        Before newAssigned = maybeAssigned && assigned == Before.NEVER ? Before.MAYBE : assigned;
        Before newMerged = maybeMerged && merged == Before.NEVER ? Before.MAYBE : merged;
        return newAssigned == assigned && newMerged == merged
                ? this
                : new FieldRead(field, kind, certain, deferred, newAssigned, newMerged, through, places, place);
    }
}
