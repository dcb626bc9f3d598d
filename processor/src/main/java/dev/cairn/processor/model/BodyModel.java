package dev.cairn.processor.model;

import java.util.Set;

/**
 * What the code of a step does with artifacts, as far as could be seen. Immutable.
 *
 * @param reads what it may read before it assigns it
 * @param mayChange of what it reads before it assigns it, that whose value it may change in place; the rest it only looks at
 * @param mayAssign what it assigns on some path at least
 * @param mustAssign what it assigns on every path on which it returns
 * @param assignedBeforeMerge what it assigns on every path before each call of {@code mergeInto} that selects it
 * @param everything whether the code could not be analysed: it is taken to read all, and to assign, maybe, all; the first three
 *     sets are empty then, the others hold what is certain
 * @param placeRead what it may ask its {@code TaskContext} of its place in the foreaches around it
 * @param allParameters whether it may ask its {@code TaskContext} for all parameters
 */
public record BodyModel(
        Set<String> reads,
        Set<String> mayChange,
        Set<String> mayAssign,
        Set<String> mustAssign,
        Set<String> assignedBeforeMerge,
        boolean everything,
        PlaceRead placeRead,
        boolean allParameters) {
    /** How much of its place in the foreaches around it a step can see. Each constant includes those before it. */
    public enum PlaceRead {
        /** Nothing. */
        NOTHING,
        /** The positions of the elements. */
        INDEX,
        /** All. */
        STACK
    }

    /** Copies the sets; their order is that of the alphabet, so that what is generated does not change by itself. */
    public BodyModel {
        reads = sorted(reads);
        mayChange = sorted(mayChange);
        mayAssign = sorted(mayAssign);
        mustAssign = sorted(mustAssign);
        assignedBeforeMerge = sorted(assignedBeforeMerge);
    }

    /** A body of which nothing is known. */
    public static BodyModel unknown() {
        return new BodyModel(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, PlaceRead.STACK, true);
    }

    /** Whether nothing is known of it. */
    public boolean isUnknown() {
        return everything
                && mustAssign.isEmpty()
                && assignedBeforeMerge.isEmpty()
                && placeRead == PlaceRead.STACK
                && allParameters;
    }

    private static Set<String> sorted(Set<String> names) {
        return java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(names));
    }
}
