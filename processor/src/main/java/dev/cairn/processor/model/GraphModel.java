package dev.cairn.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the graph of a sound flow looks like, beyond its edges. Immutable.
 *
 * @param order the steps in topological order, loops aside; steps that the edges do not order stand as in the source
 * @param joinOf for each step that splits or fans out, the join that closes it
 * @param splitOf for each join, the step that opened what it closes
 * @param arrivals for each join, for each branch (one for a foreach, those of {@code next} for a static split, in order), the
 *     steps from which it can come in
 * @param foreachAround for each step inside a foreach, the step that opened the innermost one around it
 * @param loopOf for each step in a loop, the step with which the innermost one begins; for such a step, itself
 * @param loopAround for each step with which a loop begins, and that is in another, the step with which that one begins
 */
public record GraphModel(
        List<String> order,
        Map<String, String> joinOf,
        Map<String, String> splitOf,
        Map<String, List<List<String>>> arrivals,
        Map<String, String> foreachAround,
        Map<String, String> loopOf,
        Map<String, String> loopAround) {
    /** Copies the collections. */
    public GraphModel {
        order = List.copyOf(order);
        joinOf = Collections.unmodifiableMap(new LinkedHashMap<>(joinOf));
        splitOf = Collections.unmodifiableMap(new LinkedHashMap<>(splitOf));
        arrivals = Collections.unmodifiableMap(new LinkedHashMap<>(arrivals));
        foreachAround = Collections.unmodifiableMap(new LinkedHashMap<>(foreachAround));
        loopOf = Collections.unmodifiableMap(new LinkedHashMap<>(loopOf));
        loopAround = Collections.unmodifiableMap(new LinkedHashMap<>(loopAround));
    }

    /** The foreaches around a step, outermost first, as the steps that opened them. */
    public List<String> foreaches(String step) {
        return outwards(foreachAround.get(step), foreachAround);
    }

    /** The loops around a step, outermost first, as the steps with which they begin; such a step is in its own loop. */
    public List<String> loops(String step) {
        return outwards(loopOf.get(step), loopAround);
    }

    private static List<String> outwards(@Nullable String innermost, Map<String, String> around) {
        List<String> steps = new ArrayList<>();
        for (String step = innermost; step != null; step = around.get(step)) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return steps;
    }
}
