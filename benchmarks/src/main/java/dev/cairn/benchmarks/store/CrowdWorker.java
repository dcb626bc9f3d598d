package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import java.io.IOException;

/** Runs {@link SmallTasks} again and again beside other processes, from when it is told to until it is killed. */
final class CrowdWorker {
    /** What it says before it waits. */
    static final String READY = "ready";

    private CrowdWorker() {}

    /** Arguments: URL of the datastore, number of tasks of a run, a tag of all runs. */
    public static void main(String[] args) throws IOException {
        try (Datastore datastore = Datastore.of(args[0])) {
            System.out.println(READY);
            if (System.in.read() < 0) {
                throw new IOException("nobody told it to start");
            }
            while (true) {
                SmallTasksRunner.builder()
                        .tasks(Integer.parseInt(args[1]))
                        .tag(args[2])
                        .datastore(datastore)
                        .run();
            }
        }
    }
}
