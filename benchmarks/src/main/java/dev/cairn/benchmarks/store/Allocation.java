package dev.cairn.benchmarks.store;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Sums up what all threads allocate on the heap. It looks every few milliseconds, so that hardly anything of a thread that ended is missed.
 * Thread-safe.
 */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long INTERVAL_NANOS = 5_000_000;

    private final Map<Long, Long> bytes = new ConcurrentHashMap<>();
    private final Thread observer = new Thread(this::observe, "allocation");
    private volatile boolean stopped;

    private Allocation() {}

    static Allocation start() {
        Allocation allocation = new Allocation();
        allocation.observer.setDaemon(true);
        allocation.observer.start();
        return allocation;
    }

    private void observe() {
        while (!stopped) {
            look();
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private synchronized void look() {
        long[] threads = THREADS.getAllThreadIds();
        long[] allocated = THREADS.getThreadAllocatedBytes(threads);
        for (int i = 0; i < threads.length; i++) {
            if (threads[i] != observer.getId() && allocated[i] >= 0) {
                bytes.merge(threads[i], allocated[i], Math::max);
            }
        }
    }

    /** What was allocated since the virtual machine started, in bytes. */
    long total() {
        look();
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    void stop() {
        stopped = true;
    }
}
