package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one of the flows of {@link SharedArray}, or does the same in plain Java, and tells how long that took. */
final class SharedArrayWorker {
    private SharedArrayWorker() {}

    /** Arguments: {@code looked}, {@code passed} or {@code plain}; URL of the datastore; tasks; megabytes of the array. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int tasks = Integer.parseInt(args[2]);
        int megabytes = Integer.parseInt(args[3]);
        long start = System.nanoTime();
        double total = args[0].equals("plain") ? plain(tasks, megabytes) : cairn(args[0], args[1], tasks, megabytes);
        JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        JavaProcess.figure("total", total);
        JavaProcess.figure("heap", peakOfHeap() / (double) (1 << 20));
    }

    private static double cairn(String flow, String url, int tasks, int megabytes) {
        try (Datastore datastore = Datastore.of(url)) {
            return flow.equals("looked")
                    ? SharedArray_LookedRunner.builder()
                            .tasks(tasks)
                            .megabytes(megabytes)
                            .datastore(datastore)
                            .run()
                            .end()
                            .total()
                    : SharedArray_PassedRunner.builder()
                            .tasks(tasks)
                            .megabytes(megabytes)
                            .datastore(datastore)
                            .run()
                            .end()
                            .total();
        }
    }

    private static double plain(int tasks, int megabytes) throws InterruptedException, ExecutionException {
        double[] values = SharedArray.values(megabytes);
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<double[]>> work = new ArrayList<>();
            for (int task = 0; task < tasks; task++) {
                int number = task;
                work.add(() -> SharedArray.sums(values, number));
            }
            double total = 0;
            for (Future<double[]> sums : executor.invokeAll(work)) {
                total += sums.get()[0];
            }
            return total;
        } finally {
            executor.shutdown();
        }
    }

    private static long peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
