package dev.cairn.codec.guava;

import com.google.common.collect.TreeRangeSet;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.List;

/**
 * Stores a {@link TreeRangeSet} as a list of its ranges, in their order.
 *
 * @param <C> the type of the ends of the ranges
 */
@AnnouncedCodec
public final class TreeRangeSetCodec<C extends Comparable<?>>
        extends ConverterCodec<TreeRangeSet<C>, List<RangeForm<C>>> {
    /** For generated code. */
    public TreeRangeSetCodec() {}

    @Override
    protected List<RangeForm<C>> toStored(TreeRangeSet<C> value) {
        return Ranges.forms(value);
    }

    @Override
    protected TreeRangeSet<C> fromStored(List<RangeForm<C>> stored) {
        return Ranges.set(stored);
    }
}
