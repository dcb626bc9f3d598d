package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableSet;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.LinkedHashSet;

/**
 * Stores an {@link ImmutableSet} as a set in the order of iteration, which such a set promises to keep.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class ImmutableSetCodec<E> extends ConverterCodec<ImmutableSet<E>, LinkedHashSet<E>> {
    /** For generated code. */
    public ImmutableSetCodec() {}

    @Override
    protected LinkedHashSet<E> toStored(ImmutableSet<E> value) {
        return new LinkedHashSet<>(value);
    }

    @Override
    protected ImmutableSet<E> fromStored(LinkedHashSet<E> stored) {
        return ImmutableSet.copyOf(stored);
    }
}
