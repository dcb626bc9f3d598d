package dev.cairn.codec.guava;

import com.google.common.collect.LinkedListMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stores a {@link LinkedListMultimap} as a list of its entries, of which it keeps the order across keys.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class LinkedListMultimapCodec<K, V>
        extends ConverterCodec<LinkedListMultimap<K, V>, List<Map.Entry<K, V>>> {
    /** For generated code. */
    public LinkedListMultimapCodec() {}

    @Override
    protected List<Map.Entry<K, V>> toStored(LinkedListMultimap<K, V> value) {
        return new ArrayList<>(value.entries());
    }

    @Override
    protected LinkedListMultimap<K, V> fromStored(List<Map.Entry<K, V>> stored) {
        LinkedListMultimap<K, V> multimap = LinkedListMultimap.create();
        stored.forEach(entry -> multimap.put(entry.getKey(), entry.getValue()));
        return multimap;
    }
}
