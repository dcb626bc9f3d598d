package dev.cairn.codec.guava;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.SortedSetMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Multimaps that are declared with an interface: each value has its own kind, which that of the stored map tells. */
final class Multimaps {
    private Multimaps() {}

    static <K, V> Map<K, List<V>> lists(ListMultimap<K, V> value) {
        return Groups.of(value, hasOrder(value) ? new LinkedHashMap<>() : new HashMap<>(), ArrayList::new);
    }

    static <K, V> ListMultimap<K, V> ofLists(Map<K, ? extends Collection<V>> stored) {
        ListMultimap<K, V> multimap =
                stored instanceof LinkedHashMap ? LinkedListMultimap.create() : ArrayListMultimap.create();
        return Groups.addTo(multimap, stored);
    }

    static <K, V> Map<K, Set<V>> sets(SetMultimap<K, V> value) {
        if (value instanceof SortedSetMultimap<K, V> sorted) {
            Sorted.requireNatural(sorted, SortedSetMultimap.class);
            return Groups.of(value, new TreeMap<>(), Sorted::copy);
        }
        return hasOrder(value)
                ? Groups.of(value, new LinkedHashMap<>(), LinkedHashSet::new)
                : Groups.of(value, new HashMap<>(), HashSet::new);
    }

    static <K, V> SetMultimap<K, V> ofSets(Map<K, ? extends Collection<V>> stored) {
        SetMultimap<K, V> multimap = stored instanceof SortedMap
                ? sorted()
                : stored instanceof LinkedHashMap ? LinkedHashMultimap.create() : HashMultimap.create();
        return Groups.addTo(multimap, stored);
    }

    private static <K, V> SetMultimap<K, V> sorted() {
        return MultimapBuilder.treeKeys(NaturalOrder.<K>comparator())
                .treeSetValues(NaturalOrder.<V>comparator())
                .build();
    }

    /** Whether keys and values iterate in the order in which they were put in. */
    private static boolean hasOrder(Multimap<?, ?> value) {
        return value instanceof ImmutableMultimap
                || value instanceof LinkedHashMultimap
                || value instanceof LinkedListMultimap;
    }
}
