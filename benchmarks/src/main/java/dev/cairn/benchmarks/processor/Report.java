package dev.cairn.benchmarks.processor;

import dev.cairn.benchmarks.Machine;
import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.figures.Recorder;
import dev.cairn.benchmarks.processor.ProcessorBenchmark.Result;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report of the benchmark of the processor, in Markdown. To be made before the benchmark starts, for the load. */
final class Report {
    private final ProcessorBenchmark benchmark;
    private final String loadBefore = Machine.load();
    private final Recorder recorder;

    Report(ProcessorBenchmark benchmark) {
        this.benchmark = benchmark;
        this.recorder = new Recorder(benchmark.repetitions());
    }

    /** The figures of each size, cold and warm. */
    List<Group> groups(List<Result> results) {
        for (Result result : results) {
            record("cold, " + result.steps() + " steps", result.cold(), result.steps());
            record("warm, " + result.steps() + " steps", result.warm(), result.steps());
            recorder.add(
                    "size, " + result.steps() + " steps",
                    "source, bytes",
                    (double) result.size().source(),
                    0);
            recorder.add(
                    "size, " + result.steps() + " steps",
                    "generated, bytes",
                    (double) result.size().generated(),
                    0);
        }
        return recorder.groups();
    }

    private void record(String group, Times times, int steps) {
        recorder.add(group, "with Cairn, ms", times.cairn(), 0, "");
        recorder.add(group, "flow alone, ms", times.flowAlone(), 0, "");
        recorder.add(group, "javac, ms", times.javac(), 0, "");
        recorder.add(group, "rounds, ms", times.rounds(), 0, "");
        recorder.add(
                group,
                "with Cairn, ms of a step",
                times.cairn().stream().map(time -> time / steps).toList(),
                2,
                "");
    }

    String of(List<Result> results) {
        return """
                # Processor: time in Cairn's rounds, and what is generated

                %s, JDK: %s, %s. Load of the machine: %s before, %s after. Seed %d, %d repetitions.

                Times are milliseconds: the median and, in brackets, the least and the greatest. *javac* compiles the flow and all
                that is generated for it, without processors; *flow alone* is the flow against classes that were compiled before;
                *rounds* is the time in Cairn's processors while javac compiles the flow with them. The modes take turns. *Cairn / alone* is all
                that the user pays: the flow with Cairn beside the flow alone.

                ## Cold: each compilation in a new virtual machine

                %s
                ## Warm: the second half of %d compilations in one virtual machine

                %s
                ## Where warm rounds spend their time

                %s
                ## What is generated

                %s""".formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.virtualMachine(),
                        Machine.hardware(),
                        loadBefore,
                        Machine.load(),
                        benchmark.seed(),
                        benchmark.repetitions(),
                        times(results, Result::cold),
                        2 * benchmark.repetitions(),
                        times(results, Result::warm),
                        phases(results),
                        sizes(results));
    }

    private static String times(List<Result> results, Function<Result, Times> times) {
        StringBuilder table = new StringBuilder("""
                | steps | javac | flow alone | with Cairn | rounds | Cairn / alone | rounds / javac, % | rounds / flow alone, % |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        for (Result result : results) {
            Times measured = times.apply(result);
            table.append("| %d | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            result.steps(),
                            Spread.of(measured.javac()).text(0),
                            Spread.of(measured.flowAlone()).text(0),
                            Spread.of(measured.cairn()).text(0),
                            Spread.of(measured.rounds()).text(0),
                            measured.ratio().text(2),
                            measured.percent().text(1),
                            measured.percentOfFlowAlone().text(1)));
        }
        return table.toString();
    }

    private static String phases(List<Result> results) {
        return results.stream()
                .map(result -> "- " + result.steps() + " steps: " + phases(result) + "\n")
                .collect(Collectors.joining());
    }

    private static String phases(Result result) {
        double all = result.phases().stream()
                .mapToInt(words -> Integer.parseInt(words[1]))
                .sum();
        return result.phases().stream()
                .map(words ->
                        String.format(Locale.ROOT, "%s %.0f %%", words[0], 100 * Integer.parseInt(words[1]) / all))
                .collect(Collectors.joining(", "));
    }

    private static String sizes(List<Result> results) {
        StringBuilder table = new StringBuilder("""
                | steps | artifacts | source, bytes | generated, bytes | per step and artifact | largest method | its bytes | \
                largest static initialiser | its bytes |
                | ---: | ---: | ---: | ---: | ---: | --- | ---: | --- | ---: |
                """);
        for (Result result : results) {
            Size size = result.size();
            table.append("| %d | %d | %d | %d | %d | `%s` | %d | `%s` | %d |\n"
                    .formatted(
                            result.steps(),
                            result.artifacts(),
                            size.source(),
                            size.generated(),
                            size.generated() / (result.steps() + result.artifacts()),
                            size.method().name(),
                            size.method().bytes(),
                            size.initialiser().name(),
                            size.initialiser().bytes()));
        }
        return table.toString();
    }
}
