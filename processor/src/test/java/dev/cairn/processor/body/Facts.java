package dev.cairn.processor.body;

import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.ValueChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The facts of a step on one line: {@code reads a, b; assigns c; may d; before merge e; everything}. What is assigned on every
 * path is not repeated after {@code may}; what is empty is left out; {@code nothing} if all is.
 */
final class Facts {
    private Facts() {}

    static String of(StepBody step) {
        return of(step.model());
    }

    static String of(BodyModel body) {
        List<String> facts = new ArrayList<>();
        List<String> mayOnly = new ArrayList<>(body.mayAssign());
        mayOnly.removeAll(body.mustAssign());
        add(facts, "reads", body.reads());
        add(facts, "assigns", body.mustAssign());
        add(facts, "may", mayOnly);
        add(facts, "before merge", body.assignedBeforeMerge());
        if (body.everything()) {
            facts.add("everything");
        }
        return facts.isEmpty() ? "nothing" : String.join("; ", facts);
    }

    /** What a step may change in place, and what it changes as its code shows, on one line. */
    static String inPlace(StepBody step) {
        List<String> facts = new ArrayList<>();
        add(facts, "may change", step.model().mayChange());
        add(
                facts,
                "changes",
                step.changes().stream().map(Facts::change).distinct().toList());
        return facts.isEmpty() ? "nothing" : String.join("; ", facts);
    }

    private static String change(ValueChange change) {
        String what =
                change.of() == ValueChange.Of.FIELD ? "" : change.of().name().toLowerCase(Locale.ROOT) + " ";
        return (change.certain() ? "" : "perhaps ")
                + what
                + change.name()
                + (change.through().isEmpty() ? "" : " by " + change.through());
    }

    private static void add(List<String> facts, String verb, Collection<String> names) {
        if (!names.isEmpty()) {
            facts.add(verb + " " + String.join(", ", names));
        }
    }
}
