package dev.cairn.benchmarks.codecs;

import dev.cairn.benchmarks.figures.FigureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures how fast artifacts are encoded and decoded, beside other serializers. In each round, each serializer works in a
 * virtual machine of its own, one after the other, so that a busy machine is busy for all.
 *
 * @param rounds how often each is measured
 * @param seconds how long each measurement takes, after as long a time of warming up
 */
public record CodecsBenchmark(int rounds, double seconds) {
    /** The benchmark whose results are kept. */
    public static CodecsBenchmark full() {
        return new CodecsBenchmark(7, 2);
    }

    /** A shorter one, for a look. */
    public static CodecsBenchmark quick() {
        return new CodecsBenchmark(2, 0.6);
    }

    /** The same with more or fewer rounds. */
    public CodecsBenchmark withRounds(int other) {
        return new CodecsBenchmark(other, seconds);
    }

    /**
     * Measures the workloads of these names, or all, prints the report, and writes it to a file.
     *
     * @param figures the file of the figures, in which those of other workloads stay
     */
    public void run(List<String> workloads, Path file, Path figures) throws IOException {
        workloads.forEach(Workload::valueOf); // or it would measure nothing, and say nothing
        CodecsReport report = new CodecsReport(this);
        Path codecs = Files.createTempDirectory("cairn-benchmark");
        try {
            GeneratedCodecs.compile(codecs);
            for (Workload workload : Workload.values()) {
                if (workloads.isEmpty() || workloads.contains(workload.name())) {
                    measure(workload, codecs, report);
                }
            }
        } finally {
            delete(codecs);
        }
        String text = report.text();
        System.out.print(text);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (workloads.isEmpty()) {
            FigureFile.write(figures, report.groups());
        } else {
            FigureFile.merge(figures, report.groups());
        }
    }

    private void measure(Workload workload, Path codecs, CodecsReport report) throws IOException {
        for (int round = 0; round < rounds; round++) {
            System.err.println(workload + ", round " + (round + 1) + " of " + rounds);
            for (Direction direction : Direction.values()) {
                for (Contender contender : workload.contenders()) {
                    if (contender.does(workload, direction)) {
                        report.add(
                                workload,
                                direction,
                                contender,
                                Worker.fork(codecs, contender, workload, direction, seconds));
                    }
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
