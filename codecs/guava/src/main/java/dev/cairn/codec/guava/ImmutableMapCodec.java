package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.LinkedHashMap;

/**
 * Stores an {@link ImmutableMap} as a map in the order of iteration, which such a map promises to keep.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ImmutableMapCodec<K, V> extends ConverterCodec<ImmutableMap<K, V>, LinkedHashMap<K, V>> {
    /** For generated code. */
    public ImmutableMapCodec() {}

    @Override
    protected LinkedHashMap<K, V> toStored(ImmutableMap<K, V> value) {
        return new LinkedHashMap<>(value);
    }

    @Override
    protected ImmutableMap<K, V> fromStored(LinkedHashMap<K, V> stored) {
        return ImmutableMap.copyOf(stored);
    }
}
