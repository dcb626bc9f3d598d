package dev.cairn.benchmarks;

import dev.cairn.benchmarks.codecs.CodecsBenchmark;
import dev.cairn.benchmarks.processor.ProcessorBenchmark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command line of the benchmarks. */
final class Main {
    private static final Path RESULTS = Path.of("benchmarks", "results");

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> options = Arrays.asList(args);
        if (options.equals(List.of("processor"))) {
            ProcessorBenchmark.full()
                    .run(RESULTS.resolve("processor-jdk" + Runtime.version().feature() + ".md"));
        } else if (options.equals(List.of("processor", "--quick"))) {
            ProcessorBenchmark.quick().run(Path.of("benchmarks", "target", "processor-quick.md"));
        } else if (options.equals(List.of("codecs"))) {
            CodecsBenchmark.full()
                    .run(
                            List.of(),
                            RESULTS.resolve("codecs-jdk" + Runtime.version().feature() + ".md"));
        } else if (options.size() >= 2 && options.subList(0, 2).equals(List.of("codecs", "--quick"))) {
            CodecsBenchmark.quick()
                    .run(options.subList(2, options.size()), Path.of("benchmarks", "target", "codecs-quick.md"));
        } else {
            System.err.println("usage: benchmarks/run processor [--quick]");
            System.err.println("       benchmarks/run codecs [--quick [<workload>...]]");
            System.exit(2);
        }
    }
}
