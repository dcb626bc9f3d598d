package dev.cairn.benchmarks.micro;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.figures.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the micro benchmarks, and keeps what they find. A figure is the mean of one virtual machine; the rounds are the machines. */
public final class MicroBenchmarks {
    private static final int FORKS = 3;

    private MicroBenchmarks() {}

    /**
     * Measures, and writes the report. The figures of benchmarks that are not measured stay.
     *
     * @param patterns of names; all, if there are none
     * @param quick whether a look is enough
     * @throws IOException if it cannot be measured
     */
    public static void run(List<String> patterns, boolean quick, Path report) throws IOException {
        Recorder recorder = new Recorder(quick ? 1 : FORKS, "jmh-core", "sqlite-jdbc", "zstd-jni", "kryo5");
        try {
            for (RunResult result : new Runner(options(patterns, quick).build()).run()) {
                note(result, recorder);
            }
        } catch (RunnerException e) {
            throw new IOException(e);
        }
        Path figures = FigureFile.beside(report);
        if (patterns.isEmpty()) {
            FigureFile.write(figures, recorder.groups());
        } else {
            FigureFile.merge(figures, recorder.groups());
        }
        Files.writeString(report, text(FigureFile.read(figures)));
    }

    private static ChainedOptionsBuilder options(List<String> patterns, boolean quick) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .shouldFailOnError(true)
                .forks(quick ? 1 : FORKS)
                .warmupIterations(quick ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 300 : 1_000))
                .measurementIterations(quick ? 1 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000));
        if (Runtime.version().feature() >= 24) {
            options.jvmArgsAppend("--enable-native-access=ALL-UNNAMED");
        }
        Collection<String> included = patterns.isEmpty() ? List.of(MicroBenchmarks.class.getPackageName()) : patterns;
        included.forEach(options::include);
        return options;
    }

    private static void note(RunResult result, Recorder recorder) {
        BenchmarkParams params = result.getParams();
        String[] words = params.getBenchmark().split("\\.", -1);
        String values = params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
        String name = words[words.length - 1] + (values.isEmpty() ? "" : ", " + values) + ", ns";
        result.getBenchmarkResults()
                .forEach(fork -> recorder.add(
                        words[words.length - 2], name, fork.getPrimaryResult().getScore(), 0));
    }

    private static String text(List<Group> groups) {
        StringBuilder text = new StringBuilder("""
                # Micro benchmarks

                Nanoseconds of an operation: the median of some virtual machines and, in brackets, the least and the greatest of them. Each machine
                warms up for four seconds, and measures for five.
                """);
        for (Group group : groups) {
            text.append("\n## ").append(group.name()).append("\n\n");
            text.append(group.circumstances().entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue())
                    .collect(Collectors.joining("; ", "", ".\n\n")));
            text.append("| | ns |\n| --- | ---: |\n");
            for (Figure figure : group.figures()) {
                text.append("| %s | %s |\n"
                        .formatted(
                                figure.name().replaceAll(", ns$", ""),
                                figure.spread().text(figure.decimals())));
            }
        }
        return text.toString();
    }
}
