package dev.cairn.codec.guava;

import com.google.common.collect.Multiset;
import java.util.Map;

/** Multisets as maps from elements to how often these occur. */
final class Counts {
    private Counts() {}

    /** Puts the elements of a multiset into an empty map. */
    static <E, M extends Map<E, Integer>> M of(Multiset<E> multiset, M counts) {
        multiset.entrySet().forEach(entry -> counts.put(entry.getElement(), entry.getCount()));
        return counts;
    }

    /** Adds elements to an empty multiset. */
    static <E, M extends Multiset<E>> M addTo(M multiset, Map<E, Integer> counts) {
        counts.forEach(multiset::add);
        return multiset;
    }
}
