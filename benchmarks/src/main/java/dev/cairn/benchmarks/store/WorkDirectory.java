package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where all stores and files of a benchmark are, so that they are on one disk. Not thread-safe.
 *
 * <p>What a round makes is deleted before the next one. A store that workloads only read is made once.
 */
final class WorkDirectory implements AutoCloseable {
    private final Path root;
    private final Map<String, Path> stored = new LinkedHashMap<>();
    private int made;

    private WorkDirectory(Path root) {
        this.root = root;
    }

    /** A new directory within {@code parent}. */
    static WorkDirectory in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new WorkDirectory(Files.createTempDirectory(parent.toAbsolutePath(), "store-"));
    }

    /** The file system and its device, to be told with the figures. */
    String disk() throws IOException {
        FileStore disk = Files.getFileStore(root);
        return disk.type() + " on " + disk.name();
    }

    /** A path that was never used. */
    Path path(String name) {
        return root.resolve("round").resolve(++made + "-" + name);
    }

    /** A store with one run of so many small tasks. Made when it is first asked for. */
    Path storeOf(int tasks) throws IOException {
        return storeOf(tasks, 1);
    }

    /** A store with some runs of so many small tasks each. Made when it is first asked for. */
    Path storeOf(int tasks, int runs) throws IOException {
        String name = "stored-" + runs + "-" + tasks;
        Path store = stored.get(name);
        if (store == null) {
            store = root.resolve(name);
            for (int run = 0; run < runs; run++) {
                JavaProcess.run(SmallTasksWorker.class, SmallTasksWorker.OPTIONS, "file:" + store, tasks);
            }
            stored.put(name, store);
        }
        return store;
    }

    /** Starts a round: deletes what the last one made. */
    void clear() throws IOException {
        Path round = root.resolve("round");
        delete(round);
        Files.createDirectories(round);
    }

    @Override
    public void close() throws IOException {
        delete(root);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
