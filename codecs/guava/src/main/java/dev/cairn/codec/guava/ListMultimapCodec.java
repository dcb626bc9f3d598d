package dev.cairn.codec.guava;

import com.google.common.collect.ListMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;
import java.util.Map;

/**
 * Stores a {@link ListMultimap} as a map from keys to lists, with an order of the keys if the value has one; the order of entries across
 * keys is not kept.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ListMultimapCodec<K, V> extends ConverterCodec<ListMultimap<K, V>, Map<K, List<V>>> {
    /** For generated code. */
    public ListMultimapCodec() {}

    @Override
    protected Map<K, List<V>> toStored(ListMultimap<K, V> value) {
        return Multimaps.lists(value);
    }

    @Override
    protected ListMultimap<K, V> fromStored(Map<K, List<V>> stored) {
        return Multimaps.ofLists(stored);
    }
}
