package dev.cairn.runtime.graph;

import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a loop can be left: from which of its steps a way leads out of it before its first step comes again. Immutable.
 *
 * <p>Of a loop with a way out, every round passes a switch that can leave it: up to the last of these the round may still end
 * otherwise, and after it comes back whatever is chosen.
 */
final class LoopExits {
    private final String first;
    private final Set<String> inside = new HashSet<>();
    private final Set<String> leaving = new HashSet<>();
    private final List<String> switches = new ArrayList<>();

    /**
     * Finds out.
     *
     * @param first the step with which the loop begins
     * @param levels the loops around each step
     */
    LoopExits(String first, FlowGraph graph, Levels levels) {
        this.first = first;
        Map<String, List<String>> before = new HashMap<>();
        Deque<String> found = new ArrayDeque<>();
        for (GraphStep step : graph.steps()) {
            if (levels.around(step.name()).contains(Levels.Level.loop(first))) {
                inside.add(step.name());
            }
        }
        for (GraphStep step : graph.steps()) {
            if (inside.contains(step.name())) {
                step.next()
                        .forEach(next -> before.computeIfAbsent(next, unused -> new ArrayList<>())
                                .add(step.name()));
                if (!inside.containsAll(step.next()) && leaving.add(step.name())) {
                    found.add(step.name());
                }
            }
        }
        while (!found.isEmpty()) {
            String step = found.remove();
            if (!step.equals(first)) {
                before.getOrDefault(step, List.of()).stream()
                        .filter(leaving::add)
                        .forEach(found::add);
            }
        }
        graph.steps().stream()
                .filter(step -> inside.contains(step.name()) && bounds(step))
                .forEach(step -> switches.add(step.name()));
    }

    /** Whether a run that goes on with {@code next} comes back to the first step, whatever is chosen on the way. */
    boolean comesBack(String next) {
        return next.equals(first) || inside.contains(next) && !leaving.contains(next);
    }

    /** Whether what a step chooses decides on another round. */
    private boolean bounds(GraphStep step) {
        return step.chooses()
                && (step.next().contains(first)
                        || !inside.containsAll(step.next())
                        || step.next().stream().anyMatch(this::comesBack) && leaving.contains(step.name()));
    }

    /** The switches that can leave the loop, or lead back themselves, in topological order. */
    List<String> switches() {
        return switches;
    }
}
