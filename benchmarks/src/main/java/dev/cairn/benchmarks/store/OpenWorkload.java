package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Opening a store with many tasks, beside an empty one. */
record OpenWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "open";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "Opening a store with %,d tasks until its newest run is found, in a virtual machine that is warm, beside an empty store",
                sizes.tasks());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Path empty = directory.path("store");
        Datastore.of("file:" + empty).close();
        Map<String, Double> opened = JavaProcess.run(
                OpenWorker.class,
                List.of(),
                "file:" + directory.storeOf(sizes.tasks()),
                "file:" + empty,
                sizes.readings());
        double full = Objects.requireNonNull(opened.get("first"));
        double none = Objects.requireNonNull(opened.get("second"));
        figures.add("with tasks, ms", full, 2);
        figures.add("empty, ms", none, 2);
        figures.add("with tasks / empty", full / none, 2);
    }
}
