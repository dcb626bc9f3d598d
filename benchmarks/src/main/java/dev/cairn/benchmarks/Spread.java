package dev.cairn.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How measured values spread. Immutable.
 *
 * @param low the least
 * @param median the one in the middle, or between the two in the middle
 * @param high the greatest
 */
public record Spread(double low, double median, double high) {
    /** The spread of these values, of which there is at least one. */
    public static Spread of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    /** The median, and in brackets the least and the greatest value: {@code 120 (110-150)}. */
    public String text(int decimals) {
        return String.format(Locale.ROOT, "%%.%1$df (%%.%1$df-%%.%1$df)".formatted(decimals), median, low, high);
    }
}
