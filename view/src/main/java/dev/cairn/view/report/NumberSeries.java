package dev.cairn.view.report;

/**
 * Numbers in an order, such as one of each task of a foreach. If there are more than can be drawn, neighbours are grouped, of each group the
 * least, the mean and the greatest are known. Not thread-safe.
 */
final class NumberSeries {
    /** The most groups, which is the most points of a plot. */
    static final int GROUPS = 240;

    private final long expected;
    private final double[] least;
    private final double[] greatest;
    private final double[] sums;
    private final long[] counts;
    private long count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** A series of at most {@code expected} numbers. */
    NumberSeries(long expected) {
        this.expected = Math.max(1, expected);
        int groups = (int) Math.min(GROUPS, this.expected);
        least = new double[groups];
        greatest = new double[groups];
        sums = new double[groups];
        counts = new long[groups];
    }

    /** The series of these numbers. */
    static NumberSeries of(double[] numbers) {
        NumberSeries series = new NumberSeries(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            series.add(i, numbers[i]);
        }
        return series;
    }

    /** Adds a number at a position from 0. One that is infinite or not a number is left out, as it has no place in a plot. */
    void add(long position, double number) {
        if (!Double.isFinite(number)) {
            return;
        }
        int group = (int) Math.min(counts.length - 1, position * counts.length / expected);
        least[group] = counts[group] == 0 ? number : Math.min(least[group], number);
        greatest[group] = counts[group] == 0 ? number : Math.max(greatest[group], number);
        sums[group] += number;
        counts[group]++;
        count++;
        sum += number;
        minimum = Math.min(minimum, number);
        maximum = Math.max(maximum, number);
    }

    int groups() {
        return counts.length;
    }

    /** Whether a group may have more than one number. */
    boolean isGrouped() {
        return expected > counts.length;
    }

    boolean isEmpty(int group) {
        return counts[group] == 0;
    }

    double least(int group) {
        return least[group];
    }

    double greatest(int group) {
        return greatest[group];
    }

    double mean(int group) {
        return sums[group] / counts[group];
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    double mean() {
        return sum / count;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }
}
