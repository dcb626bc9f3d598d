package dev.cairn.runtime.definition;

import java.util.Set;

/**
 * How the code of a step uses artifacts, as analysed by the processor. The sets contain names of artifacts. Immutable.
 *
 * @param reads artifacts that it may read before it assigns them; they are loaded before the task
 * @param mayChange artifacts, parameters and constants that exist before it, and whose value it may change in place, for example with
 *     {@code list.add(..)}
 * @param mayAssign artifacts that it assigns on at least one path
 * @param mustAssign artifacts that it assigns on every path on which it returns
 * @param assignedBeforeMerge in a join, artifacts that it assigns on every path before each call of {@code mergeInto} that selects them
 * @param unanalysed whether the code could not be analysed. Then Cairn assumes that it may read and assign every artifact: {@code
 *     reads}, {@code mayChange} and {@code mayAssign} are empty, and the other two sets have what is certain.
 * @param place what it can tell of where its task is in the foreaches around it
 * @param allParameters whether it may ask for all parameters of the run, besides those that it reads as fields
 */
public record Access(
        Set<String> reads,
        Set<String> mayChange,
        Set<String> mayAssign,
        Set<String> mustAssign,
        Set<String> assignedBeforeMerge,
        boolean unanalysed,
        Place place,
        boolean allParameters) {
    private static final Access EVERYTHING =
            new Access(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, Place.STACK, true);
    private static final Access NOTHING =
            new Access(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, Place.UNREAD, false);

    /** What the code of a step can tell of the foreaches around its task, besides the elements. Each constant includes those before it. */
    public enum Place {
        /** Nothing. */
        UNREAD,
        /** The position of the element in each of them. */
        INDEX,
        /** The position, the number of elements, and the artifact that has them. */
        STACK
    }

    /**
     * Copies the sets.
     *
     * @param reads artifacts that it may read before it assigns them; they are loaded before the task
     * @param mayChange artifacts, parameters and constants that exist before it, and whose value it may change in place, for example with
     *     {@code list.add(..)}
     * @param mayAssign artifacts that it assigns on at least one path
     * @param mustAssign artifacts that it assigns on every path on which it returns
     * @param assignedBeforeMerge in a join, artifacts that it assigns on every path before each call of {@code mergeInto} that selects them
     * @param unanalysed whether the code could not be analysed
     * @param place what it can tell of where its task is in the foreaches around it
     * @param allParameters whether it may ask for all parameters of the run, besides those that it reads as fields
     */
    public Access {
        reads = Set.copyOf(reads);
        mayChange = Set.copyOf(mayChange);
        mayAssign = Set.copyOf(mayAssign);
        mustAssign = Set.copyOf(mustAssign);
        assignedBeforeMerge = Set.copyOf(assignedBeforeMerge);
    }

    /** {@return the access of a step whose code could not be analysed} */
    public static Access everything() {
        return EVERYTHING;
    }

    /** {@return the access of a step whose code touches no artifact} */
    public static Access nothing() {
        return NOTHING;
    }

    /**
     * This access, with artifacts that are read before they are assigned.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public Access reads(String... artifacts) {
        return new Access(
                Set.of(artifacts),
                mayChange,
                mayAssign,
                mustAssign,
                assignedBeforeMerge,
                unanalysed,
                place,
                allParameters);
    }

    /**
     * This access, with artifacts that may be changed in place.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public Access mayChange(String... artifacts) {
        return new Access(
                reads, Set.of(artifacts), mayAssign, mustAssign, assignedBeforeMerge, unanalysed, place, allParameters);
    }

    /**
     * This access, with artifacts that are assigned on at least one path.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public Access mayAssign(String... artifacts) {
        return new Access(
                reads, mayChange, Set.of(artifacts), mustAssign, assignedBeforeMerge, unanalysed, place, allParameters);
    }

    /**
     * This access, with artifacts that are assigned on every path.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public Access mustAssign(String... artifacts) {
        return new Access(
                reads, mayChange, mayAssign, Set.of(artifacts), assignedBeforeMerge, unanalysed, place, allParameters);
    }

    /**
     * This access, with artifacts that are assigned on every path before {@code mergeInto}.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public Access assignedBeforeMerge(String... artifacts) {
        return new Access(reads, mayChange, mayAssign, mustAssign, Set.of(artifacts), unanalysed, place, allParameters);
    }

    /**
     * This access, of a step that gets the position of an element.
     *
     * @return a copy whose place is at least {@link Place#INDEX}
     */
    public Access readsIndex() {
        return seeing(place == Place.STACK ? place : Place.INDEX);
    }

    /**
     * This access, of a step that can ask for the foreaches around its task.
     *
     * @return a copy whose place is {@link Place#STACK}
     */
    public Access readsStack() {
        return seeing(Place.STACK);
    }

    /**
     * This access, of a step that can ask for all parameters of the run.
     *
     * @return a copy that differs in this only
     */
    public Access readsParameters() {
        return new Access(reads, mayChange, mayAssign, mustAssign, assignedBeforeMerge, unanalysed, place, true);
    }

    private Access seeing(Place seen) {
        return new Access(
                reads, mayChange, mayAssign, mustAssign, assignedBeforeMerge, unanalysed, seen, allParameters);
    }

    /**
     * {@return whether the step may read {@code artifact} before it assigns it}
     *
     * @param artifact the name of the artifact
     */
    public boolean mayRead(String artifact) {
        return unanalysed || reads.contains(artifact);
    }

    /**
     * {@return whether the step may change in place the value that {@code artifact} has before it}
     *
     * @param artifact the name of the artifact
     */
    public boolean changes(String artifact) {
        return unanalysed || mayChange.contains(artifact);
    }

    /**
     * {@return whether the step assigns {@code artifact} on at least one path}
     *
     * @param artifact the name of the artifact
     */
    public boolean assigns(String artifact) {
        return unanalysed || mayAssign.contains(artifact) || mustAssign.contains(artifact);
    }
}
