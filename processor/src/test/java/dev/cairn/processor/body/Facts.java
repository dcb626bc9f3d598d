package dev.cairn.processor.body;

import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.StepBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The facts of a step on one line: {@code reads a, b; assigns c; may d; before merge e; everything}. What is assigned on every
 * way is not repeated after {@code may}; what is empty is left out; {@code nothing} if all is.
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

    private static void add(List<String> facts, String verb, Collection<String> names) {
        if (!names.isEmpty()) {
            facts.add(verb + " " + String.join(", ", names));
        }
    }
}
