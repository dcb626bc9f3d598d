package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Stores a {@link DescriptiveStatistics} by its window and the values in it. Implementations that were set instead of the usual ones
 * are code, and are not kept.
 */
@AnnouncedCodec
public final class DescriptiveStatisticsCodec
        extends ConverterCodec<DescriptiveStatistics, DescriptiveStatisticsCodec.Form> {
    /**
     * The stored form.
     *
     * @param windowSize how many values are kept at most; -1 for no limit
     * @param values the values in the window, oldest first
     */
    public record Form(int windowSize, double[] values) {}

    /** For generated code. */
    public DescriptiveStatisticsCodec() {}

    @Override
    protected DescriptiveStatisticsCodec.Form toStored(DescriptiveStatistics value) {
        return new Form(value.getWindowSize(), value.getValues());
    }

    @Override
    protected DescriptiveStatistics fromStored(DescriptiveStatisticsCodec.Form stored) {
        DescriptiveStatistics statistics = new DescriptiveStatistics(stored.windowSize());
        for (double each : stored.values()) {
            statistics.addValue(each);
        }
        return statistics;
    }
}
