package dev.cairn.benchmarks;

import dev.cairn.benchmarks.cloud.CloudBenchmark;
import dev.cairn.benchmarks.codecs.CodecsBenchmark;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.micro.MicroBenchmarks;
import dev.cairn.benchmarks.output.OutputBenchmark;
import dev.cairn.benchmarks.peers.PeersBenchmark;
import dev.cairn.benchmarks.processor.ProcessorBenchmark;
import dev.cairn.benchmarks.profile.Profile;
import dev.cairn.benchmarks.results.Results;
import dev.cairn.benchmarks.startup.StartUpBenchmark;
import dev.cairn.benchmarks.store.StoreBenchmark;
import dev.cairn.benchmarks.temporal.TemporalBenchmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The command line of the benchmarks. */
final class Main {
    private static final Path DIRECTORY = Path.of("benchmarks");
    private static final Path TARGET = DIRECTORY.resolve("target");
    private static final String QUICK = "--quick";
    private static final String ROUNDS = "--rounds";

    private final String benchmark;
    private final List<String> words;
    private final boolean quick;
    private final int rounds;

    private Main(List<String> arguments) {
        words = new ArrayList<>(arguments);
        benchmark = words.isEmpty() ? "" : words.remove(0);
        quick = words.remove(QUICK);
        int place = words.indexOf(ROUNDS);
        if (place >= 0 && place + 1 < words.size()) {
            words.remove(place);
            rounds = Integer.parseInt(words.remove(place));
        } else {
            rounds = 0;
        }
    }

    public static void main(String[] args) throws Exception {
        new Main(Arrays.asList(args)).run();
    }

    private void run() throws Exception {
        switch (benchmark) {
            case "processor" -> processor();
            case "peers" -> peers();
            case "codecs" -> codecs();
            case "store" -> store();
            case "output" -> OutputBenchmark.run(TARGET, report());
            case "cloud" -> CloudBenchmark.run(words.get(0), Integer.parseInt(words.get(1)), quick, report());
            case "temporal" -> TemporalBenchmark.run(quick, rounds, report());
            case "start-up" -> (quick ? StartUpBenchmark.quick() : StartUpBenchmark.full()).run(TARGET, report());
            case "jmh" -> MicroBenchmarks.run(words, quick, report());
            case "profile" -> Profile.run(words, quick, TARGET);
            case "results" -> results();
            default -> usage();
        }
    }

    /** Where the report is written: those that are quick are for a look, the others are kept. */
    private Path report() {
        return directory().resolve(benchmark + "-jdk" + Runtime.version().feature() + ".md");
    }

    private Path directory() {
        return quick ? TARGET.resolve("quick") : DIRECTORY.resolve("results");
    }

    private void codecs() throws Exception {
        CodecsBenchmark codecs = quick ? CodecsBenchmark.quick() : CodecsBenchmark.full();
        (rounds > 0 ? codecs.withRounds(rounds) : codecs).run(words, partialReport(), FigureFile.beside(report()));
    }

    private void peers() throws Exception {
        PeersBenchmark peers = quick ? PeersBenchmark.quick() : PeersBenchmark.full();
        (rounds > 0 ? peers.withRounds(rounds) : peers).run(report());
    }

    private void processor() throws Exception {
        ProcessorBenchmark all = quick ? ProcessorBenchmark.quick() : ProcessorBenchmark.full();
        ProcessorBenchmark sizes = words.isEmpty()
                ? all
                : all.withSteps(words.stream().map(Integer::valueOf).toList());
        (rounds > 0 ? sizes.withRounds(rounds) : sizes).run(partialReport(), FigureFile.beside(report()));
    }

    /** A report of a part has its own file, so that the one of all stays; the figures of both are in one. */
    private Path partialReport() {
        String part = words.isEmpty() ? "" : "-" + String.join("-", words).toLowerCase(Locale.ROOT);
        return directory().resolve(benchmark + part + "-jdk" + Runtime.version().feature() + ".md");
    }

    private void store() throws Exception {
        if (!StoreBenchmark.workloads().containsAll(words)) {
            usage();
        }
        StoreBenchmark store = quick ? StoreBenchmark.quick() : StoreBenchmark.full();
        (rounds > 0 ? store.withRounds(rounds) : store).run(words, TARGET.resolve("store"), report());
    }

    private void results() throws Exception {
        Path page = quick ? directory().resolve("RESULTS.md") : DIRECTORY.resolve("RESULTS.md");
        Results.write(DIRECTORY, directory(), quick ? Runtime.version().feature() : Results.JDK, page);
        System.out.println("wrote " + page);
    }

    private static void usage() {
        System.err.println("usage: benchmarks/run all [--quick]");
        System.err.println("       benchmarks/run output | start-up [--quick]");
        System.err.println("       benchmarks/run processor [<steps>...] [--rounds <number>] [--quick]");
        System.err.println("       benchmarks/run peers | temporal [--rounds <number>] [--quick]");
        System.err.println("       benchmarks/run codecs [<workload>...] [--rounds <number>] [--quick]");
        System.err.println("       benchmarks/run store [<workload>...] [--rounds <number>] [--quick]");
        System.err.println("       benchmarks/with-postgresql benchmarks/run cloud USER PORT [--quick]");
        System.err.println("       benchmarks/run jmh [<pattern>] [--quick]");
        System.err.println("       benchmarks/run results [--quick]");
        System.err.println("       benchmarks/run profile <path> [--quick]");
        System.err.println("       workloads of store: " + String.join(", ", StoreBenchmark.workloads()));
        System.err.println("       paths of profile: " + String.join(", ", Profile.paths()));
        System.exit(2);
    }
}
