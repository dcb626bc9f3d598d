package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Artifacts that are stored as files, beside files that are written and forced to the disk one by one. */
record LargeArtifactsWorkload(Sizes sizes) implements Workload {
    private static final int BYTES = 100_000;

    @Override
    public String name() {
        return "large-artifacts";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "%,d artifacts of 100 KB, a task each, beside a write and an fsync of the same file each",
                sizes.largeArtifacts());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        int files = sizes.largeArtifacts();
        int threads = Runtime.getRuntime().availableProcessors();
        double cairn = milliseconds(JavaProcess.run(
                LargeArtifactsWorker.class, List.of(), "file:" + directory.path("store"), files, BYTES));
        double one = milliseconds(
                JavaProcess.run(RawFilesWorker.class, List.of(), directory.path("files"), files, BYTES, 1));
        double many = milliseconds(
                JavaProcess.run(RawFilesWorker.class, List.of(), directory.path("files"), files, BYTES, threads));
        figures.add("Cairn, ms for each", cairn, 3);
        figures.add("files, ms for each", one, 3);
        figures.add("files, written by as many threads as Cairn has workers, ms for each", many, 3);
        figures.add("Cairn / files", cairn / one, 2, "at most 2");
        figures.add("Cairn / files by as many threads", cairn / many, 2);
    }

    private double milliseconds(Map<String, Double> figures) {
        return Objects.requireNonNull(figures.get("seconds")) * 1000 / sizes.largeArtifacts();
    }
}
