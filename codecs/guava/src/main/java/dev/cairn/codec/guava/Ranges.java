package dev.cairn.codec.guava;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeMap;
import com.google.common.collect.TreeRangeSet;
import dev.cairn.codec.guava.RangeForm.Bound;
import java.util.List;
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

    static <C extends Comparable<?>> List<RangeForm<C>> forms(RangeSet<C> ranges) {
        return ranges.asRanges().stream().map(Ranges::of).toList();
    }

    static <K extends Comparable<?>, V> List<RangeEntry<K, V>> entries(RangeMap<K, V> ranges) {
        return ranges.asMapOfRanges().entrySet().stream()
                .map(entry -> new RangeEntry<>(of(entry.getKey()), entry.getValue()))
                .toList();
    }

    static <C extends Comparable<?>> TreeRangeSet<C> set(List<RangeForm<C>> forms) {
        TreeRangeSet<C> ranges = TreeRangeSet.create();
        forms.forEach(form -> ranges.add(range(form)));
        return ranges;
    }

    static <K extends Comparable<?>, V> TreeRangeMap<K, V> map(List<RangeEntry<K, V>> entries) {
        TreeRangeMap<K, V> ranges = TreeRangeMap.create();
        entries.forEach(entry -> ranges.put(range(entry.range()), entry.value()));
        return ranges;
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
