package dev.cairn.codec.guava;

import com.google.common.collect.ImmutableRangeSet;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores an {@link ImmutableRangeSet} as a list of its ranges, in their order.
 *
 * @param <C> the type of the ends of the ranges
 */
@AnnouncedCodec
public final class ImmutableRangeSetCodec<C extends Comparable<?>>
        extends ConverterCodec<ImmutableRangeSet<C>, List<RangeForm<C>>> {
    /** For generated code. */
    public ImmutableRangeSetCodec() {}

    @Override
    protected List<RangeForm<C>> toStored(ImmutableRangeSet<C> value) {
        return Ranges.forms(value);
    }

    @Override
    protected ImmutableRangeSet<C> fromStored(List<RangeForm<C>> stored) {
        ImmutableRangeSet.Builder<C> ranges = ImmutableRangeSet.builder();
        stored.forEach(range -> ranges.add(Ranges.range(range)));
        return ranges.build();
    }
}
