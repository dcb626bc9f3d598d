package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableListMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Stores an {@link ImmutableListMultimap} as a map from keys to lists, in its order.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ImmutableListMultimapCodec<K, V>
        extends ConverterCodec<ImmutableListMultimap<K, V>, LinkedHashMap<K, List<V>>> {
    /** For generated code. */
    public ImmutableListMultimapCodec() {}

    @Override
    protected LinkedHashMap<K, List<V>> toStored(ImmutableListMultimap<K, V> value) {
        return Groups.of(value, new LinkedHashMap<>(), ArrayList::new);
    }

    @Override
    protected ImmutableListMultimap<K, V> fromStored(LinkedHashMap<K, List<V>> stored) {
        ImmutableListMultimap.Builder<K, V> entries = ImmutableListMultimap.builder();
        stored.forEach(entries::putAll);
        return entries.build();
    }
}
