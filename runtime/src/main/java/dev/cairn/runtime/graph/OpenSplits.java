package dev.cairn.runtime.graph;

import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which splits are open around each step, and which join closes which of them. All ways to a step open the same splits, so one
 * walk that takes each step once finds out. Immutable.
 */
final class OpenSplits {
    private final FlowGraph graph;
    private final Map<String, GraphStep> steps = new HashMap<>();
    private final Map<String, List<GraphStep>> around = new HashMap<>();
    private final Map<String, GraphStep> closedBy = new HashMap<>();
    private final Map<String, Set<String>> lastSteps = new HashMap<>();

    private record Visit(GraphStep step, List<GraphStep> open) {}

    OpenSplits(FlowGraph graph) {
        this.graph = graph;
        graph.steps().forEach(step -> steps.put(step.name(), step));
        Deque<Visit> visits = new ArrayDeque<>();
        visits.add(new Visit(graph.steps().get(0), List.of()));
        while (!visits.isEmpty()) {
            Visit visit = visits.remove();
            if (around.putIfAbsent(visit.step().name(), visit.open()) == null) {
                visits.addAll(following(visit));
            }
        }
    }

    /** The splits that are open around a step, outermost first. */
    List<GraphStep> around(String step) {
        List<GraphStep> open = around.get(step);
        if (open == null) {
            throw new IllegalArgumentException("no path of flow " + graph.flow() + " leads to a step `" + step + "`");
        }
        return open;
    }

    /** The step whose split a join closes. */
    GraphStep splitOf(String join) {
        GraphStep split = closedBy.get(join);
        if (split == null) {
            throw new IllegalArgumentException("step `" + step(join).name() + "` does not join");
        }
        return split;
    }

    /** The steps from which branches come to a join. */
    Set<String> lastSteps(String join) {
        return lastSteps.getOrDefault(join, Set.of());
    }

    /** The step of this name. */
    GraphStep step(String name) {
        GraphStep step = steps.get(name);
        if (step == null) {
            throw new IllegalArgumentException("flow " + graph.flow() + " has no step `" + name + "`");
        }
        return step;
    }

    private List<Visit> following(Visit visit) {
        List<GraphStep> open = opened(visit);
        return visit.step().next().stream()
                .map(this::step)
                .map(target -> new Visit(target, target.joins() ? closed(visit.step(), target, open) : open))
                .toList();
    }

    private static List<GraphStep> opened(Visit visit) {
        if (!visit.step().splits()) {
            return visit.open();
        }
        List<GraphStep> inside = new ArrayList<>(visit.open());
        inside.add(visit.step());
        return inside;
    }

    private List<GraphStep> closed(GraphStep from, GraphStep join, List<GraphStep> open) {
        int innermost = open.size() - 1;
        if (innermost < 0) {
            throw new IllegalArgumentException(
                    "step `" + join.name() + "` of flow " + graph.flow() + " is a join, but it is not inside a split");
        }
        closedBy.put(join.name(), open.get(innermost));
        lastSteps.computeIfAbsent(join.name(), unused -> new LinkedHashSet<>()).add(from.name());
        return open.subList(0, innermost);
    }
}
