package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Many tasks, beside a loop that writes the same rows, and beside partitions of Spring Batch. */
record ForeachWorkload(Sizes sizes) implements Workload {
    private static final int ROWS_OF_COMMIT = 100;
    /** Spring Batch gets less of them, so that this ends. */
    private static final int TASKS_OF_PARTITION = 500;

    @Override
    public String name() {
        return "foreach";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "A foreach of %,d tasks, one small artifact each, with a heap of 512 MB, beside a bare loop that writes the same rows to"
                        + " SQLite, %d in a commit, and beside %,d partitions of Spring Batch with their records in a file of H2",
                sizes.tasks(),
                ROWS_OF_COMMIT,
                partitions());
    }

    private int partitions() {
        return sizes.tasks() / TASKS_OF_PARTITION;
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Path store = directory.path("store");
        Map<String, Double> cairn =
                JavaProcess.run(SmallTasksWorker.class, SmallTasksWorker.OPTIONS, "file:" + store, sizes.tasks());
        double tasks = sizes.tasks() / Objects.requireNonNull(cairn.get("seconds"));
        Map<String, Double> bare = JavaProcess.run(
                RowsWorker.class,
                SmallTasksWorker.OPTIONS,
                store.resolve("store.db"),
                directory.path("bare.db"),
                ROWS_OF_COMMIT,
                0);
        double rows = Objects.requireNonNull(bare.get("rows")) / Objects.requireNonNull(bare.get("seconds"));
        Map<String, Double> batch = JavaProcess.run(
                BatchWorker.class,
                SmallTasksWorker.OPTIONS,
                directory.path("batch"),
                (partitions() + 3) / 4,
                partitions());
        double partitions = partitions() / Objects.requireNonNull(batch.get("seconds"));
        figures.add("Cairn, tasks in a second", tasks, 0);
        figures.add("SQLite, rows in a second", rows, 0);
        figures.add("Cairn / SQLite", tasks / rows, 2, "at least 0.7");
        figures.add("Spring Batch on H2, partitions in a second", partitions, 0);
        figures.add("Cairn / Spring Batch on H2", tasks / partitions, 0, "at least 100");
    }
}
