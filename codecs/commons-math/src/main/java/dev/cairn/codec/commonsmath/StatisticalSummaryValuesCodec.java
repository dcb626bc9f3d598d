package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;

/** Stores a {@link StatisticalSummaryValues}, which {@code SummaryStatistics.getSummary()} returns. */
@AnnouncedCodec
public final class StatisticalSummaryValuesCodec
        extends ConverterCodec<StatisticalSummaryValues, StatisticalSummaryValuesCodec.Form> {
    /**
     * The stored form.
     *
     * @param mean the mean of the values; NaN if there are none
     * @param variance their variance
     * @param n how many values there were
     * @param max the largest value
     * @param min the smallest value
     * @param sum the sum of the values
     */
    public record Form(double mean, double variance, long n, double max, double min, double sum) {}

    /** For generated code. */
    public StatisticalSummaryValuesCodec() {}

    @Override
    protected StatisticalSummaryValuesCodec.Form toStored(StatisticalSummaryValues value) {
        return new Form(
                value.getMean(), value.getVariance(), value.getN(), value.getMax(), value.getMin(), value.getSum());
    }

    @Override
    protected StatisticalSummaryValues fromStored(StatisticalSummaryValuesCodec.Form stored) {
        return new StatisticalSummaryValues(
                stored.mean(), stored.variance(), stored.n(), stored.max(), stored.min(), stored.sum());
    }
}
