package dev.cairn.runtime.definition;

import java.util.Set;

/**
 * What the code of a step does with artifacts, as far as the processor could see. Immutable.
 *
 * @param reads what it may read before it assigns it, which is loaded before the task
 * @param mayChange of what exists before it, parameters and constants included, that whose value it may change in place, as by
 *     {@code list.add(..)}; what it reads and is not named here, it only looks at
 * @param mayAssign what it assigns on some way at least
 * @param mustAssign what it assigns on every way on which it returns
 * @param assignedBeforeMerge in a join, what it assigns on every way before each call of {@code mergeInto} that selects it
 * @param unanalysed whether the code could not be analysed: it is then taken to read all and to assign, maybe, all; the sets
 *     {@code reads}, {@code mayChange} and {@code mayAssign} are empty then, the other two hold what is certain
 */
public record Access(
        Set<String> reads,
        Set<String> mayChange,
        Set<String> mayAssign,
        Set<String> mustAssign,
        Set<String> assignedBeforeMerge,
        boolean unanalysed) {
    private static final Access EVERYTHING = new Access(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);
    private static final Access NOTHING = new Access(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    /** Copies the sets. */
    public Access {
        reads = Set.copyOf(reads);
        mayChange = Set.copyOf(mayChange);
        mayAssign = Set.copyOf(mayAssign);
        mustAssign = Set.copyOf(mustAssign);
        assignedBeforeMerge = Set.copyOf(assignedBeforeMerge);
    }

    /** The code of a step that could not be analysed. */
    public static Access everything() {
        return EVERYTHING;
    }

    /** The code of a step that touches no artifact. */
    public static Access nothing() {
        return NOTHING;
    }

    /** This access, with what is read before it is assigned. */
    public Access reads(String... artifacts) {
        return new Access(Set.of(artifacts), mayChange, mayAssign, mustAssign, assignedBeforeMerge, unanalysed);
    }

    /** This access, with what may be changed in place. */
    public Access mayChange(String... artifacts) {
        return new Access(reads, Set.of(artifacts), mayAssign, mustAssign, assignedBeforeMerge, unanalysed);
    }

    /** This access, with what is assigned on some way. */
    public Access mayAssign(String... artifacts) {
        return new Access(reads, mayChange, Set.of(artifacts), mustAssign, assignedBeforeMerge, unanalysed);
    }

    /** This access, with what is assigned on every way. */
    public Access mustAssign(String... artifacts) {
        return new Access(reads, mayChange, mayAssign, Set.of(artifacts), assignedBeforeMerge, unanalysed);
    }

    /** This access, with what is assigned on every way before {@code mergeInto}. */
    public Access assignedBeforeMerge(String... artifacts) {
        return new Access(reads, mayChange, mayAssign, mustAssign, Set.of(artifacts), unanalysed);
    }

    /** Whether the step may read {@code artifact} before it assigns it. */
    public boolean mayRead(String artifact) {
        return unanalysed || reads.contains(artifact);
    }

    /** Whether the step may change in place the value that {@code artifact} has before it. */
    public boolean changes(String artifact) {
        return unanalysed || mayChange.contains(artifact);
    }

    /** Whether the step assigns {@code artifact} on some way at least. */
    public boolean assigns(String artifact) {
        return unanalysed || mayAssign.contains(artifact) || mustAssign.contains(artifact);
    }
}
