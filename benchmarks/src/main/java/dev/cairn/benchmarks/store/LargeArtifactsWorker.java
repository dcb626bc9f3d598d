package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;

/** Runs {@link LargeArtifacts}, and tells how long that took. */
final class LargeArtifactsWorker {
    private LargeArtifactsWorker() {}

    /** Arguments: URL of the datastore, number of artifacts, bytes of each. */
    public static void main(String[] args) {
        try (Datastore datastore = Datastore.of(args[0])) {
            long start = System.nanoTime();
            LargeArtifactsRunner.builder()
                    .tasks(Integer.parseInt(args[1]))
                    .bytes(Integer.parseInt(args[2]))
                    .datastore(datastore)
                    .run();
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        }
    }
}
