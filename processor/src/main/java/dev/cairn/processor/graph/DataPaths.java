package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The paths on which data comes to each step of a sound flow. Immutable. */
final class DataPaths {
    private final StepGraph graph;
    private final List<Integer> order;
    private final int start;
    private final List<List<Integer>> into = new ArrayList<>();
    private final Map<Integer, Join> joins = new HashMap<>();

    /**
     * The paths into a join.
     *
     * @param split the step that opened the branches
     * @param branches for each branch, the steps from which it can come in; of a foreach there is one
     */
    record Join(int split, List<List<Integer>> branches) {}

    DataPaths(StepGraph graph, List<Integer> order, BranchWalk walk, int start) {
        this.graph = graph;
        this.order = order;
        this.start = start;
        for (int step = 0; step < graph.size(); step++) {
            into.add(graph.incoming(step).stream().map(Edge::from).distinct().toList());
        }
        walk.joins().forEach((split, closing) -> joins.put(closing.first(), join(walk, split, closing.first())));
    }

    private Join join(BranchWalk walk, int split, int join) {
        List<List<Integer>> branches = new ArrayList<>();
        graph.outgoing(split).forEach(edge -> branches.add(new ArrayList<>()));
        for (Arrival arrival : Objects.requireNonNull(walk.closed().get(join))) {
            Edge edge = arrival.edge();
            if (edge != null && !branches.get(arrival.scope().branch()).contains(edge.from())) {
                branches.get(arrival.scope().branch()).add(edge.from());
            }
        }
        return new Join(split, branches);
    }

    /** The steps, each after all that lead to it, loops aside. */
    List<Integer> order() {
        return order;
    }

    /** How many steps the flow has. */
    int size() {
        return graph.size();
    }

    boolean isStart(int step) {
        return step == start;
    }

    boolean joins(int step) {
        return joins.containsKey(step);
    }

    /** The paths into a join. */
    Join join(int step) {
        return Objects.requireNonNull(joins.get(step));
    }

    /** Whether a join closes a foreach, so that as many tasks come in as there are elements, perhaps none. */
    boolean closesForeach(int join) {
        return graph.fansOut(join(join).split());
    }

    /** The steps that lead to a step; those that lead back are among them. */
    List<Integer> into(int step) {
        return into.get(step);
    }

    /** Whether a step opens branches. */
    boolean splits(int step) {
        return graph.splits(step);
    }
}
