package dev.cairn.codec.guava;

import com.google.common.collect.TreeMultimap;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Stores a {@link TreeMultimap} in natural order as a sorted map from keys to sorted sets.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@AnnouncedCodec
public final class TreeMultimapCodec<K extends Comparable<? super K>, V extends Comparable<? super V>>
        extends ConverterCodec<TreeMultimap<K, V>, SortedMap<K, SortedSet<V>>> {
    /** For generated code. */
    public TreeMultimapCodec() {}

    @Override
    protected SortedMap<K, SortedSet<V>> toStored(TreeMultimap<K, V> value) {
        Sorted.requireNatural(value, TreeMultimap.class);
        return Groups.of(value, new TreeMap<>(), Sorted::copy);
    }

    @Override
    protected TreeMultimap<K, V> fromStored(SortedMap<K, SortedSet<V>> stored) {
        return Groups.addTo(TreeMultimap.create(NaturalOrder.comparator(), NaturalOrder.comparator()), stored);
    }
}
