package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableSortedMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores an {@link ImmutableSortedMap} in natural order as a sorted map.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ImmutableSortedMapCodec<K extends Comparable<? super K>, V>
        extends ConverterCodec<ImmutableSortedMap<K, V>, SortedMap<K, V>> {
    /** For generated code. */
    public ImmutableSortedMapCodec() {}

    @Override
    protected SortedMap<K, V> toStored(ImmutableSortedMap<K, V> value) {
        NaturalOrder.require(value.comparator(), ImmutableSortedMap.class);
        SortedMap<K, V> stored = new TreeMap<>();
        stored.putAll(value);
        return stored;
    }

    @Override
    protected ImmutableSortedMap<K, V> fromStored(SortedMap<K, V> stored) {
        return ImmutableSortedMap.copyOf(stored, NaturalOrder.comparator());
    }
}
