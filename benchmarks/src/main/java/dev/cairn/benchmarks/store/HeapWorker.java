package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import java.lang.management.ManagementFactory;

/** Runs {@link Heap}, and tells how much of the heap is live when a tenth of its tasks have begun, and when all have. */
final class HeapWorker {
    private static final double MEGABYTE = 1 << 20;

    private static volatile int tasks;
    private static volatile double tenth;
    private static volatile double end;

    private HeapWorker() {}

    /** Arguments: URL of the datastore, number of tasks. */
    public static void main(String[] args) {
        tasks = Integer.parseInt(args[1]);
        try (Datastore datastore = Datastore.of(args[0])) {
            HeapRunner.builder().tasks(tasks).datastore(datastore).run();
        }
        JavaProcess.figure("tenth", tenth);
        JavaProcess.figure("end", end);
    }

    /** Looks at the heap if the task is one of those at which that is to be done. */
    static void begins(int task) {
        if (task == tasks / 10) {
            tenth = live();
        } else if (task == tasks - 1) {
            end = live();
        }
    }

    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
