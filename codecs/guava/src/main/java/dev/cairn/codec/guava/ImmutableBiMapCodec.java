package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableBiMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.LinkedHashMap;

/**
 * Stores an {@link ImmutableBiMap} as a map in the order of iteration, which such a map promises to keep.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ImmutableBiMapCodec<K, V> extends ConverterCodec<ImmutableBiMap<K, V>, LinkedHashMap<K, V>> {
    /** For generated code. */
    public ImmutableBiMapCodec() {}

    @Override
    protected LinkedHashMap<K, V> toStored(ImmutableBiMap<K, V> value) {
        return new LinkedHashMap<>(value);
    }

    @Override
    protected ImmutableBiMap<K, V> fromStored(LinkedHashMap<K, V> stored) {
        return ImmutableBiMap.copyOf(stored);
    }
}
