package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.Spread;
import dev.cairn.datastore.Datastore;
import java.util.ArrayList;
import java.util.List;

/** Reads one artifact of each of 1,000 tasks, each time with a store that was just opened, and tells how long that takes. */
final class ReadWorker {
    static final int TASKS = 1_000;

    private ReadWorker() {}

    /** Arguments: URL of the datastore, how often to read before and while it is timed. */
    public static void main(String[] args) {
        int readings = Integer.parseInt(args[1]);
        List<Double> neighbours = new ArrayList<>();
        List<Double> spread = new ArrayList<>();
        for (int i = 0; i < 2 * readings; i++) {
            double near = read(args[0], true);
            double far = read(args[0], false);
            if (i >= readings) {
                neighbours.add(near);
                spread.add(far);
            }
        }
        JavaProcess.figure("neighbours", Spread.of(neighbours).median());
        JavaProcess.figure("spread", Spread.of(spread).median());
    }

    /** The time in milliseconds, for tasks in a row from the middle of the run, or at equal distances over the whole run. */
    private static double read(String url, boolean neighbours) {
        try (Datastore datastore = Datastore.of(url)) {
            long start = System.nanoTime();
            List<SmallTasksArtifacts.Work> tasks =
                    SmallTasksRun.latest(datastore).work();
            int first = neighbours ? (tasks.size() - TASKS) / 2 : 0;
            int distance = neighbours ? 1 : tasks.size() / TASKS;
            for (int i = 0; i < TASKS; i++) {
                long number = first + (long) i * distance;
                if (tasks.get((int) number).square() != number * number) {
                    throw new IllegalStateException("task " + number + " has another value");
                }
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
