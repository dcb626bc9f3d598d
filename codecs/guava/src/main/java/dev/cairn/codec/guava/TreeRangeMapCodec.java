package dev.cairn.codec.guava;

import com.google.common.collect.TreeRangeMap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/** Stores a {@link TreeRangeMap} as a list of its ranges and their values, in their order. */
@AnnouncedCodec
public final class TreeRangeMapCodec<K extends Comparable<?>, V>
        extends ConverterCodec<TreeRangeMap<K, V>, List<RangeEntry<K, V>>> {
    /** For generated code. */
    public TreeRangeMapCodec() {}

    @Override
    protected List<RangeEntry<K, V>> toStored(TreeRangeMap<K, V> value) {
        return value.asMapOfRanges().entrySet().stream()
                .map(entry -> new RangeEntry<>(Ranges.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    @Override
    protected TreeRangeMap<K, V> fromStored(List<RangeEntry<K, V>> stored) {
        TreeRangeMap<K, V> ranges = TreeRangeMap.create();
        stored.forEach(entry -> ranges.put(Ranges.range(entry.range()), entry.value()));
        return ranges;
    }
}
