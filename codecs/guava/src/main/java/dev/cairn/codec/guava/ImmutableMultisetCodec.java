package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableMultiset;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.LinkedHashMap;

/**
 * Stores an {@link ImmutableMultiset} as a map from elements to counts, in its order.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class ImmutableMultisetCodec<E> extends ConverterCodec<ImmutableMultiset<E>, LinkedHashMap<E, Integer>> {
    /** For generated code. */
    public ImmutableMultisetCodec() {}

    @Override
    protected LinkedHashMap<E, Integer> toStored(ImmutableMultiset<E> value) {
        return Counts.of(value, new LinkedHashMap<>());
    }

    @Override
    protected ImmutableMultiset<E> fromStored(LinkedHashMap<E, Integer> stored) {
        ImmutableMultiset.Builder<E> elements = ImmutableMultiset.builder();
        stored.forEach(elements::addCopies);
        return elements.build();
    }
}
