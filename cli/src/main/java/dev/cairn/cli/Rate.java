package dev.cairn.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grew lately. For one thread. */
final class Rate {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long count) {}

    /** Notes how high the count is. */
    void sample(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** How much was added per second, over the last seconds; 0 if that is not known. */
    double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        double nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        long added = samples.getLast().count() - samples.getFirst().count();
        return nanos <= 0 ? 0 : added * 1e9 / nanos;
    }
}
