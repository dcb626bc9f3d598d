package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.figures.FigureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures what the {@code file:} store costs, beside bare SQLite and bare files on the same disk. In each round, all that is compared
 * works one after the other, so that a busy machine is busy for all.
 */
public final class StoreBenchmark {
    private final Sizes sizes;

    private StoreBenchmark(Sizes sizes) {
        this.sizes = sizes;
    }

    /** The benchmark whose results are kept. */
    public static StoreBenchmark full() {
        return of(Sizes.full());
    }

    /** A shorter one, for a look. */
    public static StoreBenchmark quick() {
        return of(Sizes.quick());
    }

    static StoreBenchmark of(Sizes sizes) {
        return new StoreBenchmark(sizes);
    }

    /** The same with more or fewer rounds. */
    public StoreBenchmark withRounds(int other) {
        return new StoreBenchmark(sizes.withRounds(other));
    }

    /** The names of all workloads. */
    public static List<String> workloads() {
        return Workload.all(Sizes.full()).stream().map(Workload::name).toList();
    }

    /**
     * Measures the workloads of these names, or all, prints the report, and writes it to a file. What the file says of workloads that are not
     * named stays.
     *
     * @param directory where stores and files are made meanwhile: on the disk that is to be measured
     */
    public void run(List<String> workloads, Path directory, Path file) throws IOException {
        StoreReport report;
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            report = new StoreReport(sizes.rounds(), work.disk());
            for (int round = 1; round <= sizes.rounds(); round++) {
                for (Workload workload : Workload.all(sizes)) {
                    if (workloads.isEmpty() || workloads.contains(workload.name())) {
                        System.err.println("round " + round + " of " + sizes.rounds() + ": " + workload.name());
                        measure(workload, work, round, report.figures(workload));
                    }
                }
            }
        }
        Path figures = FigureFile.beside(file);
        if (workloads.isEmpty()) {
            FigureFile.write(figures, report.groups());
        } else {
            FigureFile.merge(figures, report.groups());
        }
        String text = StoreReport.text(FigureFile.read(figures));
        System.out.print(text);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (report.hasFailures()) {
            throw new IOException("some rounds failed: see " + file);
        }
    }

    /** What fails is reported, so that nothing is lost of what was measured before, and all else is measured too. */
    static void measure(Workload workload, WorkDirectory work, int round, Figures figures) {
        try {
            work.clear();
            workload.measure(work, figures);
        } catch (IOException | RuntimeException e) {
            figures.fail("Round " + round + " failed: " + e.getMessage());
        }
    }
}
