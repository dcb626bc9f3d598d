package dev.cairn.benchmarks.processor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at a thread every millisecond, and counts which phase of the processor is at work: the package of the innermost frame
 * that is Cairn's. What Cairn's entry calls directly, most of it the compiler taking a generated file, counts as {@code entry}.
 */
final class PhaseSampler {
    private static final String PACKAGE = "dev.cairn.processor.";
    private static final long INTERVAL = 1_000_000;

    private final Thread sampled;
    private final Map<String, Integer> samples = new TreeMap<>();
    private final Thread sampler = new Thread(this::run, "sampler");
    private volatile boolean stopped;

    private PhaseSampler(Thread sampled) {
        this.sampled = sampled;
    }

    /** Starts to look at a thread. */
    static PhaseSampler start(Thread sampled) {
        PhaseSampler sampler = new PhaseSampler(sampled);
        sampler.sampler.setDaemon(true);
        sampler.sampler.start();
        return sampler;
    }

    /** Stops, and gives how often each phase was at work. */
    Map<String, Integer> stop() {
        stopped = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return samples;
    }

    private void run() {
        while (!stopped) {
            String phase = phase(sampled.getStackTrace());
            if (!phase.isEmpty()) {
                samples.merge(phase, 1, Integer::sum);
            }
            LockSupport.parkNanos(INTERVAL);
        }
    }

    /** The phase of the innermost frame of the processor; empty if there is none. */
    static String phase(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            String name = frame.getClassName();
            if (name.startsWith(PACKAGE)) {
                int end = name.indexOf('.', PACKAGE.length());
                return end < 0 ? "entry" : name.substring(PACKAGE.length(), end);
            }
        }
        return "";
    }
}
