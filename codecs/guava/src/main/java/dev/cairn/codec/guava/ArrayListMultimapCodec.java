package dev.cairn.codec.guava;

import com.google.common.collect.ArrayListMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Stores an {@link ArrayListMultimap} as a map from keys to lists.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ArrayListMultimapCodec<K, V> extends ConverterCodec<ArrayListMultimap<K, V>, HashMap<K, List<V>>> {
    /** For generated code. */
    public ArrayListMultimapCodec() {}

    @Override
    protected HashMap<K, List<V>> toStored(ArrayListMultimap<K, V> value) {
        return Groups.of(value, new HashMap<>(), ArrayList::new);
    }

    @Override
    protected ArrayListMultimap<K, V> fromStored(HashMap<K, List<V>> stored) {
        return Groups.addTo(ArrayListMultimap.create(), stored);
    }
}
