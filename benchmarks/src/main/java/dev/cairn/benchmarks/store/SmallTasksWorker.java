package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import java.util.List;

/** Runs {@link SmallTasks}, and tells how long that took. */
final class SmallTasksWorker {
    /** The heap that the limit is about. */
    static final List<String> OPTIONS = List.of("-Xmx512m");

    private SmallTasksWorker() {}

    /** Arguments: URL of the datastore, number of tasks. */
    public static void main(String[] args) {
        try (Datastore datastore = Datastore.of(args[0])) {
            long start = System.nanoTime();
            SmallTasksRunner.builder()
                    .tasks(Integer.parseInt(args[1]))
                    .datastore(datastore)
                    .run();
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        }
    }
}
