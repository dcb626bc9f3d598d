package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;

/** Runs {@link ChangedState}, and tells how long that took once the code is compiled. */
final class StateWorker {
    private StateWorker() {}

    /** Arguments: URL of the datastore, iterations. */
    public static void main(String[] args) {
        int iterations = Integer.parseInt(args[1]);
        try (Datastore datastore = Datastore.of(args[0])) {
            run(datastore, iterations / 2, 1);
            long start = System.nanoTime();
            run(datastore, iterations, 2);
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        }
    }

    private static void run(Datastore datastore, int iterations, int seed) {
        ChangedStateRunner.builder()
                .iterations(iterations)
                .seed(seed)
                .datastore(datastore)
                .run();
    }
}
