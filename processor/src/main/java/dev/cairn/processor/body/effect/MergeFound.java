package dev.cairn.processor.body.effect;

import dev.cairn.processor.model.MergeCall.Selection;
import java.util.BitSet;

/**
 * A call of {@code mergeInto}. Immutable; the sets are not changed by anyone.
 *
 * @param selection how it selects
 * @param named what {@code only} or {@code except} name
 * @param assignedBefore what is assigned on every path to it
 * @param maybeAssignedBefore what is assigned on some path to it, also on every
 * @param place the call
 */
public record MergeFound(
        Selection selection, BitSet named, BitSet assignedBefore, BitSet maybeAssignedBefore, Place place) {
    /** This call, after code that has assigned some fields for sure and others maybe. */
    MergeFound after(BitSet assigned, BitSet maybeAssigned) {
        BitSet surely = (BitSet) assignedBefore.clone();
        surely.or(assigned);
        BitSet maybe = (BitSet) maybeAssignedBefore.clone();
        maybe.or(maybeAssigned);
        return new MergeFound(selection, named, surely, maybe, place);
    }

    /** What this call may merge, of these artifacts. */
    public BitSet selected(BitSet artifacts) {
        if (selection == Selection.ONLY) {
            return named;
        }
        BitSet selected = (BitSet) artifacts.clone();
        if (selection == Selection.EXCEPT) {
            selected.andNot(named);
        }
        return selected;
    }
}
