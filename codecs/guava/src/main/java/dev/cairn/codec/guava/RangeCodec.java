package dev.cairn.codec.guava;

import com.google.common.collect.Range;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;

/**
 * Stores a {@link Range} by its ends.
 *
 * @param <C> the type of the ends
 */
@AnnouncedCodec
public final class RangeCodec<C extends Comparable<?>> extends ConverterCodec<Range<C>, RangeForm<C>> {
    /** For generated code. */
    public RangeCodec() {}

    @Override
    protected RangeForm<C> toStored(Range<C> value) {
        return Ranges.of(value);
    }

    @Override
    protected Range<C> fromStored(RangeForm<C> stored) {
        return Ranges.range(stored);
    }
}
