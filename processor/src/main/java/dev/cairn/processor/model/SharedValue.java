package dev.cairn.processor.model;

/**
 * Two artifacts that have something in common when a step ends, and that are copies of their own when the next one starts. Lives no
 * longer than the round. Immutable.
 *
 * @param artifact the one that was assigned, or added to, last
 * @param other the other one
 * @param relation what {@code artifact} is to {@code other}
 * @param frozen whether it is known to be a collection that cannot be changed, though what it holds perhaps can
 * @param position where it came about
 */
public record SharedValue(String artifact, String other, Relation relation, boolean frozen, Position position) {
    /** What one artifact is to another. */
    public enum Relation {
        /** They are one object. */
        SAME,
        /** It shows what the other holds. */
        VIEW,
        /** It is held by the other. */
        ELEMENT,
        /** Both hold the same object. */
        COMMON_ELEMENT
    }
}
