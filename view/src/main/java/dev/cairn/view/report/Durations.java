package dev.cairn.view.report;

import java.util.Arrays;

/** How long tasks took, in microseconds. Each takes eight bytes. Not thread-safe. */
final class Durations {
    private long[] micros = new long[16];
    private int count;
    private boolean isSorted = true;

    void add(long duration) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, micros.length * 2);
        }
        micros[count++] = duration;
        isSorted = false;
    }

    /** How long a share of the tasks took at most, such as half of them for 0.5; 0 if there are none. */
    long within(double share) {
        if (count == 0) {
            return 0;
        }
        if (!isSorted) {
            Arrays.sort(micros, 0, count);
            isSorted = true;
        }
        return micros[(int) Math.min(count - 1, Math.max(0, Math.ceil(share * count) - 1))];
    }
}
