package dev.cairn.benchmarks.processor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.BooleanSupplier;

/**
 * Adds up how much of a processor's time pieces of work take: that of the thread which does them, as the compiler has but one.
 * Unlike the time on the wall, it does not count what other programs on the machine take. Used by one thread.
 */
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long nanoseconds;

    /** Does a piece of work, and gives its result. */
    boolean time(BooleanSupplier work) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return work.getAsBoolean();
        } finally {
            nanoseconds += THREADS.getCurrentThreadCpuTime() - start;
        }
    }

    /** What all work took so far. */
    double milliseconds() {
        return nanoseconds / 1e6;
    }
}
