package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Bound.None;
import dev.cairn.benchmarks.results.Quantity.Measured;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.ArrayList;
import java.util.List;

/** The rows about what the processor adds to a compilation. */
final class CompileTime {
    private static final List<String> PEERS = List.of("Dagger", "MapStruct", "AutoValue");

    private CompileTime() {}

    private static Source small(String processor) {
        return new Source("peers", "small", processor + " / javac alone");
    }

    private static Source large(int steps, String figure) {
        return new Source("processor", "cold, " + steps + " steps", figure);
    }

    static Section section() {
        List<Panel.Bar> small = new ArrayList<>();
        small.add(cairn("Cairn", small("Cairn")));
        PEERS.forEach(peer -> small.add(peer(peer, small(peer))));
        return new Section(
                "Compile time",
                "compile-time",
                List.of(smallFlow(), largeFlow()),
                List.of(
                        new Panel(
                                "One small class and its processor",
                                "times of javac alone; less is better",
                                small,
                                List.of(mark(1.6))),
                        new Panel(
                                "A flow of 1,000 steps",
                                "ms; less is better",
                                List.of(
                                        cairn("with Cairn", large(1000, "with Cairn, ms")),
                                        peer("javac, generated code too", large(1000, "javac, ms")),
                                        peer("javac, flow alone", large(1000, "flow alone, ms"))),
                                List.of(mark(2.5, large(1000, "flow alone, ms"))))));
    }

    private static Row smallFlow() {
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(
                "processor/small", "Cairn: time, beside `javac` alone", new Measured(small("Cairn")), new AtMost(1.6)));
        for (String peer : PEERS) {
            targets.add(new Target(
                    "processor/" + peer,
                    peer + ": the same, of one small input",
                    new Measured(small(peer)),
                    new None()));
        }
        return new Row(
                "`javac` of one small flow, cold",
                false,
                targets,
                "Each compilation is a process, `javac` from its start to its end, with one class of some twenty lines. Alone is the same class"
                        + " with `-proc:none`, against the generated classes as they were compiled before. What each generates differs: Dagger a"
                        + " component, MapStruct a mapper, AutoValue a value class, Cairn a runner, typed results and codecs.");
    }

    private static Row largeFlow() {
        return new Row(
                "a class of 1,000 steps, all that the user pays",
                false,
                List.of(
                        new Target(
                                "processor/large",
                                "time, beside `javac` on the flow alone",
                                new Ratio(large(1000, "with Cairn, ms"), large(1000, "flow alone, ms")),
                                new AtMost(2.5)),
                        new Target(
                                "processor/linear",
                                "time for a step of 2,000, beside a step of 1,000; linear is taken as",
                                new Ratio(
                                        large(2000, "with Cairn, ms of a step"),
                                        large(1000, "with Cairn, ms of a step")),
                                new AtMost(1.1)),
                        new Target(
                                "processor/generated",
                                "the flow and all generated code by `javac` without the processor, beside the flow alone",
                                new Ratio(large(1000, "javac, ms"), large(1000, "flow alone, ms")),
                                new None())),
                "Times are those of the compiling thread, each in a new virtual machine. The flow alone is compiled against classes that were"
                        + " compiled before.");
    }
}
