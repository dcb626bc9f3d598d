package dev.cairn.processor.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call of {@code mergeInto} in a join. Lives no longer than the round. Immutable.
 *
 * @param selection how the call selects artifacts
 * @param names the artifacts that {@code only} or {@code except} name; empty for the other selections
 * @param assignedBefore what the step assigns on every way to the call
 * @param maybeAssignedBefore what the step assigns on some ways to the call, but not on all
 * @param position the call
 */
public record MergeCall(
        Selection selection,
        Set<String> names,
        Set<String> assignedBefore,
        Set<String> maybeAssignedBefore,
        Position position) {
    /** How a call of {@code mergeInto} selects artifacts. */
    public enum Selection {
        /** It takes all. */
        ALL,
        /** It takes those that it names. */
        ONLY,
        /** It takes all but those that it names. */
        EXCEPT,
        /** It cannot be seen from the code what it takes. */
        UNKNOWN
    }

    /** Copies the sets, in the order of the alphabet. */
    public MergeCall {
        names = sorted(names);
        assignedBefore = sorted(assignedBefore);
        maybeAssignedBefore = sorted(maybeAssignedBefore);
    }

    private static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
