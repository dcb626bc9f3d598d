package dev.cairn.codec.guava;

import com.google.common.collect.LinkedHashMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stores a {@link LinkedHashMultimap} as a list of its entries, of which it keeps the order across keys.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class LinkedHashMultimapCodec<K, V>
        extends ConverterCodec<LinkedHashMultimap<K, V>, List<Map.Entry<K, V>>> {
    /** For generated code. */
    public LinkedHashMultimapCodec() {}

    @Override
    protected List<Map.Entry<K, V>> toStored(LinkedHashMultimap<K, V> value) {
        return new ArrayList<>(value.entries());
    }

    @Override
    protected LinkedHashMultimap<K, V> fromStored(List<Map.Entry<K, V>> stored) {
        LinkedHashMultimap<K, V> multimap = LinkedHashMultimap.create();
        stored.forEach(entry -> multimap.put(entry.getKey(), entry.getValue()));
        return multimap;
    }
}
