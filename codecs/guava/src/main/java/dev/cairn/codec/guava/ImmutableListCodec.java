package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableList;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores an {@link ImmutableList} as a list.
 *
 * @param <E> the type of the elements
 */
@AnnouncedCodec
public final class ImmutableListCodec<E> extends ConverterCodec<ImmutableList<E>, List<E>> {
    /** For generated code. */
    public ImmutableListCodec() {}

    @Override
    protected List<E> toStored(ImmutableList<E> value) {
        return value;
    }

    @Override
    protected ImmutableList<E> fromStored(List<E> stored) {
        return ImmutableList.copyOf(stored);
    }
}
