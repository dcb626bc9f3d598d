package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Steps one after the other, beside one commit for each of them. */
record ChainWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "A chain of %1$,d steps, and a loop of %1$,d iterations, one small artifact each, beside bare SQLite with one commit for each"
                        + " of the same rows",
                sizes.steps());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Path classes = directory.path("classes");
        ChainFlow.compile(classes, sizes.steps());
        Path store = directory.path("store");
        double chain = seconds(
                JavaProcess.run(ChainWorker.class, List.of(), "file:" + store, sizes.chains(), "chain", classes));
        double loop = seconds(JavaProcess.run(
                ChainWorker.class,
                List.of(),
                "file:" + directory.path("store"),
                sizes.chains(),
                "loop",
                sizes.steps()));
        Map<String, Double> bare = JavaProcess.run(
                RowsWorker.class,
                List.of(),
                store.resolve("store.db"),
                directory.path("bare.db"),
                1,
                (long) sizes.chains() * sizes.steps());
        double commits = seconds(bare) / Objects.requireNonNull(bare.get("rows")) * sizes.steps();
        figures.add("Cairn, ms for the chain", chain * 1000, 1);
        figures.add("Cairn, ms for the loop", loop * 1000, 1);
        figures.add("SQLite, ms for as many commits", commits * 1000, 1);
        figures.add("SQLite / Cairn, chain", commits / chain, 1, "at least 3");
        figures.add("SQLite / Cairn, loop", commits / loop, 1, "at least 3");
        Files.delete(classes.resolve("Chain.java"));
    }

    private static double seconds(Map<String, Double> figures) {
        return Objects.requireNonNull(figures.get("seconds"));
    }
}
