package dev.cairn.benchmarks;

import dev.cairn.benchmarks.cloud.CloudBenchmark;
import dev.cairn.benchmarks.codecs.CodecsBenchmark;
import dev.cairn.benchmarks.output.OutputBenchmark;
import dev.cairn.benchmarks.processor.ProcessorBenchmark;
import dev.cairn.benchmarks.startup.StartUpBenchmark;
import dev.cairn.benchmarks.store.StoreBenchmark;
import java.io.IOException;
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
            codecs(CodecsBenchmark.full());
        } else if (options.size() == 3 && options.subList(0, 2).equals(List.of("codecs", "--rounds"))) {
            codecs(CodecsBenchmark.full().withRounds(Integer.parseInt(options.get(2))));
        } else if (options.size() >= 2 && options.subList(0, 2).equals(List.of("codecs", "--quick"))) {
            CodecsBenchmark.quick()
                    .run(options.subList(2, options.size()), Path.of("benchmarks", "target", "codecs-quick.md"));
        } else if (options.size() >= 1 && options.get(0).equals("store")) {
            store(options.subList(1, options.size()));
        } else if (options.equals(List.of("output"))) {
            OutputBenchmark.run(
                    Path.of("benchmarks", "target"),
                    RESULTS.resolve("output-jdk" + Runtime.version().feature() + ".md"));
        } else if (options.equals(List.of("start-up"))) {
            StartUpBenchmark.full()
                    .run(
                            Path.of("benchmarks", "target"),
                            RESULTS.resolve("start-up-jdk" + Runtime.version().feature() + ".md"));
        } else if (options.size() >= 3 && options.get(0).equals("cloud")) {
            boolean quick = options.contains("--quick");
            Path report = quick
                    ? Path.of("benchmarks", "target", "cloud-quick.md")
                    : RESULTS.resolve("cloud-jdk" + Runtime.version().feature() + ".md");
            CloudBenchmark.run(options.get(1), Integer.parseInt(options.get(2)), quick, report);
        } else {
            usage();
        }
    }

    private static void codecs(CodecsBenchmark benchmark) throws IOException {
        benchmark.run(
                List.of(), RESULTS.resolve("codecs-jdk" + Runtime.version().feature() + ".md"));
    }

    /** The results of all workloads are kept, those of some are for a look. */
    private static void store(List<String> options) throws IOException {
        boolean quick = options.contains("--quick");
        List<String> workloads =
                options.stream().filter(option -> !option.equals("--quick")).toList();
        if (!StoreBenchmark.workloads().containsAll(workloads)) {
            usage();
        }
        StoreBenchmark benchmark = quick ? StoreBenchmark.quick() : StoreBenchmark.full();
        Path target = Path.of("benchmarks", "target");
        Path file;
        if (quick) {
            file = target.resolve("store-quick.md");
        } else if (workloads.isEmpty()) {
            file = RESULTS.resolve("store-jdk" + Runtime.version().feature() + ".md");
        } else {
            file = target.resolve("store-" + String.join("-", workloads) + ".md");
        }
        benchmark.run(workloads, target.resolve("store"), file);
    }

    private static void usage() {
        System.err.println("usage: benchmarks/run processor [--quick]");
        System.err.println("       benchmarks/run codecs [--rounds <number> | --quick [<workload>...]]");
        System.err.println("       benchmarks/run store [--quick] [<workload>...]");
        System.err.println("       benchmarks/run output");
        System.err.println("       benchmarks/run start-up");
        System.err.println("       benchmarks/with-postgresql benchmarks/run cloud USER PORT [--quick]");
        System.err.println("       workloads of store: " + String.join(", ", StoreBenchmark.workloads()));
        System.exit(2);
    }
}
