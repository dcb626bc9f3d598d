package dev.cairn.codec.guava;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import dev.cairn.codec.guava.RangeForm.Bound;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ranges and their stored forms. */
final class Ranges {
    private Ranges() {}

    static <C extends Comparable<?>> RangeForm<C> of(Range<C> range) {
        boolean begins = range.hasLowerBound();
        boolean ends = range.hasUpperBound();
        return new RangeForm<>(
                begins ? range.lowerEndpoint() : null,
                begins ? bound(range.lowerBoundType()) : Bound.NONE,
                ends ? range.upperEndpoint() : null,
                ends ? bound(range.upperBoundType()) : Bound.NONE);
    }

    private static Bound bound(BoundType type) {
        return type == BoundType.OPEN ? Bound.OPEN : Bound.CLOSED;
    }

    static <C extends Comparable<?>> Range<C> range(RangeForm<C> form) {
        boolean begins = isThere(form.lower(), form.lowerBound());
        boolean ends = isThere(form.upper(), form.upperBound());
        if (begins && ends) {
            return Range.range(
                    Objects.requireNonNull(form.lower()),
                    type(form.lowerBound()),
                    Objects.requireNonNull(form.upper()),
                    type(form.upperBound()));
        } else if (begins) {
            return Range.downTo(Objects.requireNonNull(form.lower()), type(form.lowerBound()));
        }
        return ends ? Range.upTo(Objects.requireNonNull(form.upper()), type(form.upperBound())) : Range.all();
    }

    private static boolean isThere(@Nullable Object end, Bound bound) {
        if ((end == null) != (bound == Bound.NONE)) {
            throw new IllegalArgumentException("an end of a range is " + end + ", and its bound " + bound);
        }
        return end != null;
    }

    private static BoundType type(Bound bound) {
        return bound == Bound.OPEN ? BoundType.OPEN : BoundType.CLOSED;
    }
}
