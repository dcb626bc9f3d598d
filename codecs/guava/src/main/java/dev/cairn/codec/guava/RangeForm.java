package dev.cairn.codec.guava;

import org.jspecify.annotations.Nullable;

/**
 * As what a {@code Range} is stored.
 *
 * @param <C> the type of the ends
 * @param lower where it begins; null if it has no beginning
 * @param lowerBound whether it contains {@code lower}
 * @param upper where it ends; null if it has no end
 * @param upperBound whether it contains {@code upper}
 */
public record RangeForm<C>(
        @Nullable C lower, Bound lowerBound, @Nullable C upper, Bound upperBound) {
    /** One end of a range. */
    public enum Bound {
        /** There is none. */
        NONE,
        /** The range does not contain it. */
        OPEN,
        /** The range contains it. */
        CLOSED
    }
}
