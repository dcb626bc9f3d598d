package dev.cairn.codec.guava;

import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores a {@link RangeSet} as a list of its ranges, in their order; it is read as a {@link TreeRangeSet}.
 *
 * @param <C> the type of the ends of the ranges
 */
@AnnouncedCodec
public final class RangeSetCodec<C extends Comparable<?>> extends ConverterCodec<RangeSet<C>, List<RangeForm<C>>> {
    /** For generated code. */
    public RangeSetCodec() {}

    @Override
    protected List<RangeForm<C>> toStored(RangeSet<C> value) {
        return Ranges.forms(value);
    }

    @Override
    protected RangeSet<C> fromStored(List<RangeForm<C>> stored) {
        return Ranges.set(stored);
    }
}
