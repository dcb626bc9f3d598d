package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Stores an array, or reads it back, and tells how long that took and what was allocated besides the array. */
final class ArrayWorker {
    private static final int MEGABYTE = 1 << 20;
    private static final int WARM_UPS = 20;

    private ArrayWorker() {}

    /** A heap for the array, and little more; see the test of large arrays. */
    static List<String> options(int megabytes) {
        return List.of("-XX:+UseSerialGC", "-Xmn16m", "-Xmx" + (megabytes + 64) + "m");
    }

    /**
     * Arguments: {@code write} or {@code read}, directory of the datastore, megabytes. What is read first is the first to touch the memory
     * of the array, which takes the system as long as the disk takes to read it.
     */
    public static void main(String[] args) throws IOException {
        String url = "file:" + Path.of(args[1]);
        int length = Integer.parseInt(args[2]) * (MEGABYTE / Double.BYTES);
        if (args[0].equals("write")) {
            write(url, length);
        } else {
            read(url, length, "first");
            System.gc();
            if (PageCache.forget(Path.of(args[1]))) {
                read(url, length, "cold");
                System.gc();
            }
            read(url, length, "cached");
        }
    }

    private static void write(String url, int length) {
        try (Datastore datastore = Datastore.of(url)) {
            for (int i = 0; i < WARM_UPS; i++) {
                store(datastore, Content.doubles(MEGABYTE / Double.BYTES + i));
            }
            LargeArray.prepared = Content.doubles(length);
            Allocation allocation = Allocation.start();
            long before = allocation.total();
            long start = System.nanoTime();
            store(datastore, LargeArray.prepared);
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
            JavaProcess.figure("allocated", (double) (allocation.total() - before) / MEGABYTE);
            allocation.stop();
        }
    }

    private static void store(Datastore datastore, double[] values) {
        LargeArray.prepared = values;
        LargeArrayRunner.builder()
                .outputListener((path, line) -> {}) // that it is very large
                .datastore(datastore)
                .run();
    }

    /** Reads the newest run with a store that was just opened; before that the older ones, which are small. */
    private static void read(String url, int length, String how) {
        try (Datastore datastore = Datastore.of(url)) {
            List<LargeArrayRun> runs = LargeArrayRun.all(datastore);
            for (LargeArrayRun run : runs.subList(1, runs.size())) {
                run.start().values();
            }
            Allocation allocation = Allocation.start();
            long before = allocation.total();
            long start = System.nanoTime();
            double[] values = runs.get(0).start().values();
            JavaProcess.figure(how + "-seconds", (System.nanoTime() - start) / 1e9);
            double besides = allocation.total() - before - (double) length * Double.BYTES;
            JavaProcess.figure(how + "-allocated", besides / MEGABYTE);
            allocation.stop();
            if (values.length != length) {
                throw new IllegalStateException("read " + values.length + " values");
            }
        }
    }
}
