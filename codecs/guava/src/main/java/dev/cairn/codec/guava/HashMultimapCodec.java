package dev.cairn.codec.guava;

import com.google.common.collect.HashMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.HashMap;
import java.util.HashSet;

/**
 * Stores a {@link HashMultimap} as a map from keys to sets, without order.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class HashMultimapCodec<K, V> extends ConverterCodec<HashMultimap<K, V>, HashMap<K, HashSet<V>>> {
    /** For generated code. */
    public HashMultimapCodec() {}

    @Override
    protected HashMap<K, HashSet<V>> toStored(HashMultimap<K, V> value) {
        return Groups.of(value, new HashMap<>(), HashSet::new);
    }

    @Override
    protected HashMultimap<K, V> fromStored(HashMap<K, HashSet<V>> stored) {
        return Groups.addTo(HashMultimap.create(), stored);
    }
}
