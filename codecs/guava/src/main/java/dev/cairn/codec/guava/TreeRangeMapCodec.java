package dev.cairn.codec.guava;

import com.google.common.collect.TreeRangeMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores a {@link TreeRangeMap} as a list of its ranges and their values, in their order.
 *
 * @param <K> the type of the ends of the ranges
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class TreeRangeMapCodec<K extends Comparable<?>, V>
        extends ConverterCodec<TreeRangeMap<K, V>, List<RangeEntry<K, V>>> {
    /** For generated code. */
    public TreeRangeMapCodec() {}

    @Override
    protected List<RangeEntry<K, V>> toStored(TreeRangeMap<K, V> value) {
        return Ranges.entries(value);
    }

    @Override
    protected TreeRangeMap<K, V> fromStored(List<RangeEntry<K, V>> stored) {
        return Ranges.map(stored);
    }
}
