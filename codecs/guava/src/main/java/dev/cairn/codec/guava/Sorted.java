package dev.cairn.codec.guava;

import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What sorted multimaps have in common. */
final class Sorted {
    private Sorted() {}

    /** The values of a key, by their natural order. */
    static <V> SortedSet<V> copy(Collection<V> values) {
        SortedSet<V> copy = new TreeSet<>();
        copy.addAll(values);
        return copy;
    }

    /** Refuses orders that are code, of keys and of values. */
    static void requireNatural(SortedSetMultimap<?, ?> multimap, Class<?> type) {
        Comparator<?> values = multimap.valueComparator();
        NaturalOrder.require(values == null ? Comparator.naturalOrder() : values, type);
        Comparator<?> keys = multimap instanceof TreeMultimap<?, ?> tree
                ? tree.keySet().comparator()
                : multimap.asMap() instanceof SortedMap<?, ?> sorted ? sorted.comparator() : null;
        NaturalOrder.require(keys == null ? Comparator.naturalOrder() : keys, type);
    }
}
