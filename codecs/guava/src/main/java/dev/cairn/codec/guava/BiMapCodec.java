package dev.cairn.codec.guava;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.HashMap;

/**
 * Stores a {@link BiMap} as a map without order; it is read as a {@link HashBiMap}.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class BiMapCodec<K, V> extends ConverterCodec<BiMap<K, V>, HashMap<K, V>> {
    /** For generated code. */
    public BiMapCodec() {}

    @Override
    protected HashMap<K, V> toStored(BiMap<K, V> value) {
        return new HashMap<>(value);
    }

    @Override
    protected BiMap<K, V> fromStored(HashMap<K, V> stored) {
        return HashBiMap.create(stored);
    }
}
