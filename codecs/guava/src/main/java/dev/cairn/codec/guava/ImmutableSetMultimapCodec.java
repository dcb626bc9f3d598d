package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableSetMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;

/**
 * Stores an {@link ImmutableSetMultimap} as a map from keys to sets, in its order.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ImmutableSetMultimapCodec<K, V>
        extends ConverterCodec<ImmutableSetMultimap<K, V>, LinkedHashMap<K, LinkedHashSet<V>>> {
    /** For generated code. */
    public ImmutableSetMultimapCodec() {}

    @Override
    protected LinkedHashMap<K, LinkedHashSet<V>> toStored(ImmutableSetMultimap<K, V> value) {
        return Groups.of(value, new LinkedHashMap<>(), LinkedHashSet::new);
    }

    @Override
    protected ImmutableSetMultimap<K, V> fromStored(LinkedHashMap<K, LinkedHashSet<V>> stored) {
        ImmutableSetMultimap.Builder<K, V> entries = ImmutableSetMultimap.builder();
        stored.forEach(entries::putAll);
        return entries.build();
    }
}
