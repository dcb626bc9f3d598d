package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableSortedMultiset;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores an {@link ImmutableSortedMultiset} in natural order as a sorted map from elements to counts.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class ImmutableSortedMultisetCodec<E extends Comparable<? super E>>
        extends ConverterCodec<ImmutableSortedMultiset<E>, SortedMap<E, Integer>> {
    /** For generated code. */
    public ImmutableSortedMultisetCodec() {}

    @Override
    protected SortedMap<E, Integer> toStored(ImmutableSortedMultiset<E> value) {
        NaturalOrder.require(value.comparator(), ImmutableSortedMultiset.class);
        return Counts.of(value, new TreeMap<>());
    }

    @Override
    protected ImmutableSortedMultiset<E> fromStored(SortedMap<E, Integer> stored) {
        ImmutableSortedMultiset.Builder<E> elements = new ImmutableSortedMultiset.Builder<>(NaturalOrder.comparator());
        stored.forEach(elements::addCopies);
        return elements.build();
    }
}
