package dev.cairn.processor.graph;

import dev.cairn.processor.model.GraphModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Puts what was found out about a sound graph into the words of the model: names instead of numbers. */
final class GraphSummary {
    private final StepGraph graph;
    private final BranchWalk walk;
    private final LoopNesting loops;

    GraphSummary(StepGraph graph, BranchWalk walk, LoopNesting loops) {
        this.graph = graph;
        this.walk = walk;
        this.loops = loops;
    }

    GraphModel model(List<Integer> order) {
        Map<String, String> joinOf = new LinkedHashMap<>();
        Map<String, String> splitOf = new LinkedHashMap<>();
        Map<String, List<List<String>>> arrivals = new LinkedHashMap<>();
        walk.joins().forEach((split, joins) -> {
            joinOf.put(graph.name(split), graph.name(joins.first()));
            splitOf.put(graph.name(joins.first()), graph.name(split));
            arrivals.put(graph.name(joins.first()), arrivals(split, joins.first()));
        });
        Map<String, String> foreachAround = new LinkedHashMap<>();
        Map<String, String> loopOf = new LinkedHashMap<>();
        Map<String, String> loopAround = new LinkedHashMap<>();
        for (int step : order) {
            put(foreachAround, step, walk.knownScope(step).foreach());
            put(loopOf, step, loops.innermost(step));
            if (loops.isFirst(step)) {
                put(loopAround, step, loops.outer(step));
            }
        }
        return new GraphModel(names(order), joinOf, splitOf, arrivals, foreachAround, loopOf, loopAround);
    }

    private void put(Map<String, String> map, int step, int other) {
        if (other >= 0) {
            map.put(graph.name(step), graph.name(other));
        }
    }

    private List<String> names(Collection<Integer> steps) {
        return steps.stream().map(graph::name).toList();
    }

    private List<List<String>> arrivals(int split, int join) {
        List<TreeSet<Integer>> branches = new ArrayList<>();
        graph.outgoing(split).forEach(edge -> branches.add(new TreeSet<>()));
        for (Arrival arrival : Objects.requireNonNull(walk.closed().get(join))) {
            Edge edge = arrival.edge();
            if (edge != null) {
                branches.get(arrival.scope().branch()).add(edge.from());
            }
        }
        return branches.stream().map(this::names).toList();
    }
}
