package dev.cairn.codec.guava;

import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores a {@link RangeMap} as a list of its ranges and their values, in their order; it is read as a {@link TreeRangeMap}.
 *
 * @param <K> the type of the ends of the ranges
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class RangeMapCodec<K extends Comparable<?>, V>
        extends ConverterCodec<RangeMap<K, V>, List<RangeEntry<K, V>>> {
    /** For generated code. */
    public RangeMapCodec() {}

    @Override
    protected List<RangeEntry<K, V>> toStored(RangeMap<K, V> value) {
        return Ranges.entries(value);
    }

    @Override
    protected RangeMap<K, V> fromStored(List<RangeEntry<K, V>> stored) {
        return Ranges.map(stored);
    }
}
