package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A state that each iteration of a loop changes in place, beside the rows that the store has of that. */
record StateWorkload(Sizes sizes) implements Workload {
    private static final int ROWS_OF_COMMIT = 100;

    @Override
    public String name() {
        return "state";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "A loop of %,d iterations that each change a state of 16 KB in place, beside a bare loop that writes the same rows to SQLite,"
                        + " %d in a commit",
                sizes.changes(),
                ROWS_OF_COMMIT);
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Path store = directory.path("store");
        double cairn = milliseconds(JavaProcess.run(StateWorker.class, List.of(), "file:" + store, sizes.changes()));
        Map<String, Double> bare = JavaProcess.run(
                RowsWorker.class,
                List.of(),
                store.resolve("store.db"),
                directory.path("bare.db"),
                ROWS_OF_COMMIT,
                0,
                "blob",
                "task");
        // of each iteration there is a task and a value
        double rows = Objects.requireNonNull(bare.get("seconds")) * 1000 / Objects.requireNonNull(bare.get("rows")) * 2;
        figures.add("Cairn, ms for each iteration", cairn, 3);
        figures.add("SQLite, ms for the same rows", rows, 3);
        figures.add("Cairn / SQLite", cairn / rows, 2, "at most 2, or 0.25 ms");
    }

    private double milliseconds(Map<String, Double> figures) {
        return Objects.requireNonNull(figures.get("seconds")) * 1000 / sizes.changes();
    }
}
