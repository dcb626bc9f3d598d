package dev.cairn.view.report;

import dev.cairn.client.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When attempts of the tasks of a step ran: each of them if they are few, otherwise how many ran at once. Times are in microseconds after
 * the start of the run. Not thread-safe.
 */
final class Occupancy {
    /** The most attempts that are kept one by one. */
    static final int BARS = 160;

    /** Into how many parts the time of the run is divided. */
    static final int PARTS = 200;

    /** An attempt. */
    record Bar(String task, int attempt, long start, long end, Row.State state) {}

    private final long range;
    private final double[] busy = new double[PARTS];
    private final List<Bar> bars = new ArrayList<>();
    private final boolean few;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * Nothing that ran.
     *
     * @param range how long the run took
     * @param attempts how many attempts there are at most
     */
    Occupancy(Duration range, long attempts) {
        this.range = Math.max(1, Row.micros(range));
        this.few = attempts <= BARS;
    }

    void add(Task attempt, Duration after) {
        long start = Row.micros(after);
        long end = start + Row.micros(Duration.between(attempt.startedAt(), attempt.finishedAt()));
        first = Math.min(first, start);
        last = Math.max(last, end);
        if (few) {
            bars.add(new Bar(attempt.id(), attempt.attempt(), start, end, Row.State.of(attempt)));
        }
        double part = (double) range / PARTS;
        int from = part(start / part);
        int to = part(end / part);
        for (int i = from; i <= to; i++) {
            busy[i] += Math.max(0, Math.min((double) end, (i + 1) * part) - Math.max((double) start, i * part)) / part;
        }
    }

    private static int part(double part) {
        return (int) Math.max(0, Math.min(PARTS - 1, part));
    }

    boolean isEmpty() {
        return last == Long.MIN_VALUE;
    }

    /** Whether every attempt is known. */
    boolean isFew() {
        return few;
    }

    List<Bar> bars() {
        return bars;
    }

    /** How many attempts ran at once in a part of the time, on average. */
    double busy(int part) {
        return busy[part];
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** From the start of the first attempt to the end of the last one. */
    Duration span() {
        return isEmpty() ? Duration.ZERO : Duration.ofNanos((last - first) * 1000);
    }

    /** How long the run took, in microseconds. */
    long range() {
        return range;
    }
}
