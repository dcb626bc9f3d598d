package dev.cairn.benchmarks.processor;

import java.util.function.BooleanSupplier;

/** Adds up how long pieces of work take. Used by one thread. */
final class Stopwatch {
    private long nanoseconds;

    /** Does a piece of work, and gives its result. */
    boolean time(BooleanSupplier work) {
        long start = System.nanoTime();
        try {
            return work.getAsBoolean();
        } finally {
            nanoseconds += System.nanoTime() - start;
        }
    }

    /** What all work took so far. */
    double milliseconds() {
        return nanoseconds / 1e6;
    }
}
