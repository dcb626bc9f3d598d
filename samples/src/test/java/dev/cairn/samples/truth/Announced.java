package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Compiled.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the compiler, the log and the failure of a run announce, with all that depends on it. */
final class Announced {
    /** They tell of code that does nothing, not of a value that is another one. */
    private static final Set<String> OF_OTHER_THINGS = Set.of("unused-artifact", "overwritten-value", "credential");

    private static final Pattern CONDITION = Pattern.compile("^(if|switch|while|for) ");

    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

    private Announced() {}

    /** The names in the flow that are announced as different, or may be so in consequence. */
    static Set<String> names(Compiled flow, Trace plain, String log) {
        Set<String> announced = new HashSet<>(flow.sketch().documented());
        announced.addAll(equalOnSomePaths(flow.sketch(), plain.assignedEqual));
        for (String name : names(flow.sketch())) {
            Pattern word = Pattern.compile("\\b" + name + "\\b");
            boolean said = announcing(flow).anyMatch(text -> word.matcher(text).find());
            if (said || word.matcher(log).find()) {
                announced.add(name);
            }
        }
        addLists(flow.sketch(), announced);
        return withConsequences(flow.sketch(), announced);
    }

    /** A merge overwrites what a join assigns on some paths, if that is what it had before: documented. */
    private static Set<String> equalOnSomePaths(FlowSketch sketch, Set<String> assignedEqual) {
        return sketch.steps().stream()
                .filter(step -> step.join)
                .flatMap(step -> sketch.lines(step).stream())
                .filter(line -> CONDITION.matcher(line.text()).find())
                .flatMap(line -> line.writes().stream())
                .filter(assignedEqual::contains)
                .collect(Collectors.toSet());
    }

    /** Whether a failure names an artifact, or the step or a helper of which the compiler warned. */
    static boolean isOf(Compiled flow, String failure) {
        return Stream.concat(
                        names(flow.sketch()).stream(),
                        announcing(flow)
                                .flatMap(text -> QUOTED.matcher(text).results())
                                .map(quoted -> quoted.group(1)))
                .anyMatch(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(failure).find());
    }

    private static Stream<String> announcing(Compiled flow) {
        return flow.messages().stream()
                .filter(message -> !OF_OTHER_THINGS.contains(message.id()))
                .map(Said::text);
    }

    /** The artifacts, and the items that steps take. */
    static List<String> names(FlowSketch sketch) {
        return Stream.of(
                        sketch.all().map(Variable::name),
                        sketch.steps().stream()
                                .filter(step -> step.item != null)
                                .map(step -> step.item.name()))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** An item that is said to change leaves its list as it is: that differs too. */
    private static void addLists(FlowSketch sketch, Set<String> announced) {
        for (StepSketch step : sketch.steps()) {
            if (step.item != null && announced.contains(step.item.name())) {
                announced.add(step.item.of().name());
            }
        }
    }

    /** A foreach goes over the list as it was stored: that a change of the list does not show in the items is documented. */
    private static void addItems(FlowSketch sketch, Set<String> announced) {
        for (StepSketch step : sketch.steps()) {
            if (step.item != null) {
                String over = step.item.of().name();
                String item = step.item.name();
                boolean changed = sketch.lines()
                        .anyMatch(line ->
                                line.writes().contains(over) && !line.writes().contains(item));
                if (changed || announced.contains(over)) {
                    announced.add(item);
                }
            }
        }
    }

    private static Set<String> withConsequences(FlowSketch sketch, Set<String> announced) {
        Set<String> all = new HashSet<>(announced);
        boolean grew = true;
        while (grew) {
            grew = false;
            int before = all.size();
            addItems(sketch, all);
            grew |= all.size() > before;
            for (Line line : sketch.lines().toList()) {
                boolean merges = line.text().contains("mergeInto");
                if (!merges && line.reads().stream().anyMatch(all::contains)) {
                    Set<String> written = new HashSet<>(line.writes());
                    written.removeIf(name -> changesItem(sketch, line, name));
                    grew |= all.addAll(written);
                }
            }
        }
        return all;
    }

    /** Whether a line writes a name for that it changes an item of that list. */
    private static boolean changesItem(FlowSketch sketch, Line line, String name) {
        return sketch.steps().stream()
                .anyMatch(step -> step.item != null
                        && line.writes().contains(step.item.name())
                        && (name.equals(step.item.of().name()) || name.equals(step.item.name())));
    }
}
