package dev.cairn.codec.guava;

import com.google.common.collect.Multimap;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Multimaps as maps from keys to the values of each. */
final class Groups {
    private Groups() {}

    /**
     * Puts the entries of a multimap into an empty map.
     *
     * @param copy makes the collection that holds the values of a key
     */
    static <K, V, C extends Collection<V>, M extends Map<K, C>> M of(
            Multimap<K, V> multimap, M groups, Function<Collection<V>, C> copy) {
        multimap.asMap().forEach((key, values) -> groups.put(key, copy.apply(values)));
        return groups;
    }

    /** Adds entries to an empty multimap. */
    static <K, V, M extends Multimap<K, V>> M addTo(M multimap, Map<K, ? extends Collection<V>> groups) {
        groups.forEach(multimap::putAll);
        return multimap;
    }
}
