package dev.cairn.codec.guava;

import com.google.common.collect.SetMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.Map;
import java.util.Set;

/**
 * Stores a {@link SetMultimap} as a map from keys to sets: in natural order, in the order of insertion, or in no order, as the value is;
 * the order of entries across keys is not kept.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class SetMultimapCodec<K, V> extends ConverterCodec<SetMultimap<K, V>, Map<K, Set<V>>> {
    /** For generated code. */
    public SetMultimapCodec() {}

    @Override
    protected Map<K, Set<V>> toStored(SetMultimap<K, V> value) {
        return Multimaps.sets(value);
    }

    @Override
    protected SetMultimap<K, V> fromStored(Map<K, Set<V>> stored) {
        return Multimaps.ofSets(stored);
    }
}
