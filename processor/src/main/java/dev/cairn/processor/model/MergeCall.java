package dev.cairn.processor.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call of {@code mergeInto} in a join. Lives no longer than the round. Immutable.
 *
 * @param selection how the call selects artifacts
 * @param names the artifacts that {@code only} or {@code except} name; empty for the other selections
 * @param assignedBefore what the step assigns on every path to the call
 * @param changedBefore what else the step assigns or changes in place on every path to the call
 * @param maybeAssignedBefore what else the step assigns on some paths to the call
 * @param maybeChangedBefore what else the step changes in place on some paths to the call
 * @param position the call
 */
public record MergeCall(
        Selection selection,
        Set<String> names,
        Set<String> assignedBefore,
        Set<String> changedBefore,
        Set<String> maybeAssignedBefore,
        Set<String> maybeChangedBefore,
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
        changedBefore = sorted(changedBefore);
        maybeAssignedBefore = sorted(maybeAssignedBefore);
        maybeChangedBefore = sorted(maybeChangedBefore);
    }

    /** Whether the step has set an artifact on every path to the call, so that the merge keeps it. */
    public boolean keeps(String artifact) {
        return assignedBefore.contains(artifact) || changedBefore.contains(artifact);
    }

    /** Whether the step may have set an artifact before the call, but on some paths only. */
    public boolean mayKeep(String artifact) {
        return maybeAssignedBefore.contains(artifact) || maybeChangedBefore.contains(artifact);
    }

    private static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
