package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableSortedSet;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Stores an {@link ImmutableSortedSet} in natural order as a sorted set.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class ImmutableSortedSetCodec<E extends Comparable<? super E>>
        extends ConverterCodec<ImmutableSortedSet<E>, SortedSet<E>> {
    /** For generated code. */
    public ImmutableSortedSetCodec() {}

    @Override
    protected SortedSet<E> toStored(ImmutableSortedSet<E> value) {
        NaturalOrder.require(value.comparator(), ImmutableSortedSet.class);
        SortedSet<E> stored = new TreeSet<>();
        stored.addAll(value);
        return stored;
    }

    @Override
    protected ImmutableSortedSet<E> fromStored(SortedSet<E> stored) {
        return ImmutableSortedSet.copyOf(NaturalOrder.comparator(), stored);
    }
}
