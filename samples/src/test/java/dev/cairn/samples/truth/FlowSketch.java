package dev.cairn.samples.truth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A drawn flow. Immutable once it is drawn.
 *
 * @param seed what it was drawn from, or a number of its own where it is a smaller version of another flow
 * @param variables its artifacts, parameters and constants
 * @param counters what its loops count with
 * @param steps its steps in the order of the source
 * @param graph how they follow one another
 * @param helpers its other methods
 * @param documented items and inputs that it changes by methods of class files, which nothing announces
 * @param without lines that are left out
 */
record FlowSketch(
        long seed,
        List<Variable> variables,
        List<Variable> counters,
        List<StepSketch> steps,
        Sequence graph,
        List<Line> helpers,
        Set<String> documented,
        Set<Line> without) {
    private static final Pattern WORD = Pattern.compile("\\w+");

    String flowName() {
        return "F" + seed;
    }

    String plainName() {
        return "P" + seed;
    }

    /** What a step does. */
    List<Line> lines(StepSketch step) {
        return without.isEmpty()
                ? step.lines
                : step.lines.stream().filter(line -> !without.contains(line)).toList();
    }

    Stream<Line> lines() {
        return steps.stream().flatMap(step -> lines(step).stream());
    }

    /** Artifacts, parameters, constants and what loops count with. */
    Stream<Variable> all() {
        return Stream.concat(variables.stream(), counters.stream());
    }

    /** The same without these lines, and without what is used nowhere then. */
    FlowSketch without(Set<Line> lines, long newSeed) {
        FlowSketch all = new FlowSketch(newSeed, variables, counters, steps, graph, helpers, documented, lines);
        Set<String> words = new HashSet<>();
        all.lines().forEach(line -> words.addAll(words(line.text())));
        List<Line> needed = new ArrayList<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Line helper : helpers) {
                boolean called = words(helper.text().substring(0, helper.text().indexOf('('))).stream()
                        .anyMatch(words::contains);
                if (called && !needed.contains(helper)) {
                    grew = needed.add(helper);
                    words.addAll(words(helper.text()));
                }
            }
        }
        for (StepSketch step : steps) {
            words.addAll(words(step.transition));
            if (step.item != null) {
                words.add(step.item.of().name());
            }
        }
        List<Variable> used = variables.stream()
                .filter(variable -> words.contains(variable.name())
                        || words.contains(variable.name().toUpperCase(java.util.Locale.ROOT)))
                .toList();
        return new FlowSketch(newSeed, used, counters, steps, graph, needed, documented, lines);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        words.removeAll(Set.of("void", "static", "private"));
        return words;
    }
}
