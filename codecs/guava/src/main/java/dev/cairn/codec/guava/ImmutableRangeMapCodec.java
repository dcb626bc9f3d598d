package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableRangeMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores an {@link ImmutableRangeMap} as a list of its ranges and their values, in their order.
 *
 * @param <K> the type of the ends of the ranges
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class ImmutableRangeMapCodec<K extends Comparable<?>, V>
        extends ConverterCodec<ImmutableRangeMap<K, V>, List<RangeEntry<K, V>>> {
    /** For generated code. */
    public ImmutableRangeMapCodec() {}

    @Override
    protected List<RangeEntry<K, V>> toStored(ImmutableRangeMap<K, V> value) {
        return Ranges.entries(value);
    }

    @Override
    protected ImmutableRangeMap<K, V> fromStored(List<RangeEntry<K, V>> stored) {
        ImmutableRangeMap.Builder<K, V> ranges = ImmutableRangeMap.builder();
        stored.forEach(entry -> ranges.put(Ranges.range(entry.range()), entry.value()));
        return ranges.build();
    }
}
