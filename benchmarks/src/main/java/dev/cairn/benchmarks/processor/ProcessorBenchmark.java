package dev.cairn.benchmarks.processor;

import dev.cairn.benchmarks.figures.FigureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures what Cairn adds to compilations of flows of several sizes, beside compilations of the same code without it.
 *
 * @param steps the sizes
 * @param repetitions how often each compilation is measured
 * @param seed from which the flows are made
 * @param options of the virtual machines that compile, such as {@code -Xmx1g}
 */
public record ProcessorBenchmark(List<Integer> steps, int repetitions, long seed, List<String> options) {
    private static final List<String> OPTIONS = List.of("-Xmx1g");
    private static final int ARTIFACTS = 200;
    private static final long SEED = 20_261_125;

    /** The benchmark whose results are kept. */
    public static ProcessorBenchmark full() {
        return new ProcessorBenchmark(List.of(10, 100, 250, 500, 1000, 2000), 7, SEED, OPTIONS);
    }

    /** A shorter one, for a look. */
    public static ProcessorBenchmark quick() {
        return new ProcessorBenchmark(List.of(10, 1000), 3, SEED, OPTIONS);
    }

    /** The same with more or fewer repetitions. */
    public ProcessorBenchmark withRounds(int other) {
        return new ProcessorBenchmark(steps, other, seed, options);
    }

    /** The same with other sizes. */
    public ProcessorBenchmark withSteps(List<Integer> other) {
        return new ProcessorBenchmark(other, repetitions, seed, options);
    }

    /** What was measured for one size. */
    record Result(int steps, int artifacts, Size size, Times cold, Times warm, List<String[]> phases) {}

    /**
     * Measures, prints the report, and writes it to a file.
     *
     * @param figures the file of the figures, in which those of other sizes stay
     */
    public void run(Path file, Path figures) throws IOException {
        Report report = new Report(this);
        List<Result> results = new ArrayList<>();
        Path directory = Files.createTempDirectory("cairn-benchmark");
        try {
            for (int size : steps) {
                System.err.println(size + " steps");
                results.add(measure(directory.resolve("flow" + size), size));
            }
        } finally {
            delete(directory);
        }
        String text = report.of(results);
        System.out.print(text);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        FigureFile.merge(figures, report.groups(results));
    }

    /** Measures a flow of one size. */
    Result measure(Path directory, int size) throws IOException {
        Compilation compilation = compiled(directory, size, seed);
        Worker worker = new Worker(directory, repetitions, options);
        return new Result(size, artifacts(size), Size.of(compilation), worker.cold(), worker.warm(), worker.phases());
    }

    /**
     * Makes a flow of so many steps, in {@code flow} below a directory, and compiles it: what is generated goes to {@code generated}, class
     * files go to {@code classes}.
     */
    public static void prepare(Path directory, int steps) throws IOException {
        compiled(directory, steps, SEED);
    }

    private static Compilation compiled(Path directory, int size, long seed) throws IOException {
        Path flow = Files.createDirectories(directory.resolve("flow").resolve(FlowText.PACKAGE));
        Files.writeString(flow.resolve(FlowText.NAME + ".java"), FlowGenerator.source(size, artifacts(size), seed));
        Compilation compilation = new Compilation(directory);
        compilation.prepare();
        return compilation;
    }

    private static int artifacts(int steps) {
        return Math.min(ARTIFACTS, Math.max(20, steps));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
