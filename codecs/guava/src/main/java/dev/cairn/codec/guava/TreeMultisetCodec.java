package dev.cairn.codec.guava;

import com.google.common.collect.TreeMultiset;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores a {@link TreeMultiset} in natural order as a sorted map from elements to counts.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class TreeMultisetCodec<E extends Comparable<? super E>>
        extends ConverterCodec<TreeMultiset<E>, SortedMap<E, Integer>> {
    /** For generated code. */
    public TreeMultisetCodec() {}

    @Override
    protected SortedMap<E, Integer> toStored(TreeMultiset<E> value) {
        NaturalOrder.require(value.comparator(), TreeMultiset.class);
        return Counts.of(value, new TreeMap<>());
    }

    @Override
    protected TreeMultiset<E> fromStored(SortedMap<E, Integer> stored) {
        return Counts.addTo(TreeMultiset.create(NaturalOrder.comparator()), stored);
    }
}
