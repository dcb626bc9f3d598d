package dev.cairn.codec.guava;

import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Stores a {@link SortedSetMultimap} in natural order as a sorted map from keys to sorted sets. Its keys come back in natural order, also
 * where they were in none.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class SortedSetMultimapCodec<K extends Comparable<? super K>, V extends Comparable<? super V>>
        extends ConverterCodec<SortedSetMultimap<K, V>, SortedMap<K, SortedSet<V>>> {
    /** For generated code. */
    public SortedSetMultimapCodec() {}

    @Override
    protected SortedMap<K, SortedSet<V>> toStored(SortedSetMultimap<K, V> value) {
        Sorted.requireNatural(value, SortedSetMultimap.class);
        return Groups.of(value, new TreeMap<>(), Sorted::copy);
    }

    @Override
    protected SortedSetMultimap<K, V> fromStored(SortedMap<K, SortedSet<V>> stored) {
        return Groups.addTo(TreeMultimap.create(NaturalOrder.comparator(), NaturalOrder.comparator()), stored);
    }
}
