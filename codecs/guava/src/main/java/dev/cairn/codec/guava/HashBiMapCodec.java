package dev.cairn.codec.guava;

import com.google.common.collect.HashBiMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.HashMap;

/**
 * Stores a {@link HashBiMap} as a map without order.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class HashBiMapCodec<K, V> extends ConverterCodec<HashBiMap<K, V>, HashMap<K, V>> {
    /** For generated code. */
    public HashBiMapCodec() {}

    @Override
    protected HashMap<K, V> toStored(HashBiMap<K, V> value) {
        return new HashMap<>(value);
    }

    @Override
    protected HashBiMap<K, V> fromStored(HashMap<K, V> stored) {
        return HashBiMap.create(stored);
    }
}
