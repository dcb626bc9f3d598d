package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Compiled.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the compiler, the log and the failure of a run announce, with all that depends on it. */
final class Announced {
    /** They tell of code that does nothing, not of a value that is another one. */
    private static final Set<String> OF_OTHER_THINGS = Set.of("unused-artifact", "overwritten-value", "credential");

    private Announced() {}

    /** The names in the flow that are announced as different, or may be so in consequence. */
    static Set<String> names(Compiled flow, String log) {
        Set<String> announced = new HashSet<>(flow.sketch().documented());
        for (String name : names(flow.sketch())) {
            Pattern word = Pattern.compile("\\b" + name + "\\b");
            boolean said = flow.messages().stream()
                    .filter(message -> !OF_OTHER_THINGS.contains(message.id()))
                    .map(Said::text)
                    .anyMatch(text -> word.matcher(text).find());
            if (said || word.matcher(log).find()) {
                announced.add(name);
            }
        }
        return withConsequences(flow.sketch(), announced);
    }

    /** The artifacts, and the items that steps take. */
    static List<String> names(FlowSketch sketch) {
        return Stream.of(
                        sketch.all().map(Variable::name),
                        sketch.steps().stream().filter(step -> step.item != null).map(step -> step.item.name()))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private static Set<String> withConsequences(FlowSketch sketch, Set<String> announced) {
        Set<String> all = new HashSet<>(announced);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (StepSketch step : sketch.steps()) {
                if (step.item != null && (all.contains(step.item.name()) || all.contains(step.item.of().name()))) {
                    grew |= all.add(step.item.name()) | all.add(step.item.of().name());
                }
                for (Line line : sketch.lines(step)) {
                    boolean merges = line.text().contains("mergeInto");
                    if (!merges && line.reads().stream().anyMatch(all::contains)) {
                        grew |= all.addAll(line.writes());
                    }
                }
            }
        }
        return all;
    }
}
