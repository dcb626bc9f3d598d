package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Sequence.Choice;
import dev.cairn.samples.truth.Sequence.Each;
import dev.cairn.samples.truth.Sequence.Split;
import dev.cairn.samples.truth.Sequence.Stop;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the arguments of each {@code @Step}. */
final class Transitions {
    private Transitions() {}

    static void write(Sequence graph) {
        write(graph, null);
    }

    private static void write(Sequence sequence, @Nullable String after) {
        List<Stop> stops = sequence.stops();
        for (int i = 0; i < stops.size(); i++) {
            String next = i + 1 < stops.size() ? stops.get(i + 1).step().name : after;
            Stop stop = stops.get(i);
            stop.step().transition = transition(stop, stops, next);
        }
    }

    private static String transition(Stop stop, List<Stop> stops, @Nullable String next) {
        if (stop.fan() instanceof Split split) {
            split.branches().forEach(branch -> write(branch, next));
            return "next = {"
                    + split.branches().stream()
                            .map(branch -> "\"" + branch.entry() + "\"")
                            .collect(Collectors.joining(", "))
                    + "}";
        } else if (stop.fan() instanceof Each each) {
            write(each.branch(), next);
            return "next = \"" + each.branch().entry() + "\", foreach = \""
                    + each.over().name() + "\"";
        } else if (stop.fan() instanceof Choice choice) {
            write(choice.yes(), next);
            write(choice.no(), next);
            String other = choice.no().stops().isEmpty() ? next : choice.no().entry();
            return "switchOn = \"flag\", cases = @Case(value = \"true\", next = \""
                    + choice.yes().entry() + "\"), otherwise = \"" + other + "\"";
        } else if (stop.back() >= 0) {
            return "switchOn = \"" + stop.again() + "\", cases = @Case(value = \"1\", next = \""
                    + stops.get(stop.back()).step().name + "\"), otherwise = \"" + next + "\"";
        }
        return next == null ? "" : "next = \"" + next + "\"";
    }
}
