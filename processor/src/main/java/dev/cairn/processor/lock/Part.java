package dev.cairn.processor.lock;

/**
 * Where in a value something is read. Immutable.
 *
 * @param place the artifact or field of today
 * @param from its type in the lock file
 * @param to its type today
 * @param isDistinct whether it is in an element of a set, or a key of a map, so that two that differ must not become equal
 */
record Part(Place place, LockedType from, LockedType to, boolean isDistinct) {
    /** The same, in an element of a set. */
    Part distinct() {
        return new Part(place, from, to, true);
    }

    /** The same, in something that is equal to nothing but itself. */
    Part apart() {
        return new Part(place, from, to, false);
    }
}
