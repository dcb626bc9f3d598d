package dev.cairn.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the graph of a sound flow looks like, beyond its edges. Immutable.
 *
 * @param order the steps in topological order, loops aside; steps that the edges do not order stand as in the source
 * @param joinOf for each step that splits or fans out, the join that closes it
 * @param splitOf for each join, the step that opened what it closes
 * @param arrivals for each join, for each branch (one for a foreach, those of {@code next} for a static split, in order), the
 *     steps from which it can come in
 * @param foreaches for each step, the foreaches around it, outermost first, as the steps that opened them
 * @param loops for each step, the loops around it, outermost first, as the steps with which they begin
 */
public record GraphModel(
        List<String> order,
        Map<String, String> joinOf,
        Map<String, String> splitOf,
        Map<String, List<List<String>>> arrivals,
        Map<String, List<String>> foreaches,
        Map<String, List<String>> loops) {
    /** Copies the collections. */
    public GraphModel {
        order = List.copyOf(order);
        joinOf = Collections.unmodifiableMap(new LinkedHashMap<>(joinOf));
        splitOf = Collections.unmodifiableMap(new LinkedHashMap<>(splitOf));
        arrivals = Collections.unmodifiableMap(new LinkedHashMap<>(arrivals));
        foreaches = Collections.unmodifiableMap(new LinkedHashMap<>(foreaches));
        loops = Collections.unmodifiableMap(new LinkedHashMap<>(loops));
    }
}
