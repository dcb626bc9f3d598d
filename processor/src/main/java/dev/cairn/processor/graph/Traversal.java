package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A walk through the graph from its first step, depth first: what it reaches, and the edges by which it comes back to a step
 * that it has not left yet. Without those edges what it reaches has no cycle.
 */
final class Traversal {
    private final StepGraph graph;
    private final BitSet reached = new BitSet();
    private final BitSet open = new BitSet();
    private final List<Integer> finished = new ArrayList<>();
    private final List<Edge> retreating = new ArrayList<>();
    private final int[] parent;

    Traversal(StepGraph graph, int start) {
        this.graph = graph;
        parent = new int[graph.size()];
        Arrays.fill(parent, -1);
        walk(start);
    }

    private void walk(int start) {
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Iterator<Edge>> edges = new ArrayDeque<>();
        enter(start, path, edges);
        while (!path.isEmpty()) {
            int step = path.getLast();
            if (!edges.getLast().hasNext()) {
                path.removeLast();
                edges.removeLast();
                open.clear(step);
                finished.add(step);
                continue;
            }
            Edge edge = edges.getLast().next();
            if (open.get(edge.to())) {
                retreating.add(edge);
            } else if (!reached.get(edge.to())) {
                parent[edge.to()] = step;
                enter(edge.to(), path, edges);
            }
        }
    }

    private void enter(int step, Deque<Integer> path, Deque<Iterator<Edge>> edges) {
        reached.set(step);
        open.set(step);
        path.addLast(step);
        edges.addLast(graph.outgoing(step).iterator());
    }

    boolean reaches(int step) {
        return reached.get(step);
    }

    /** The edges that lead back, in the order in which the walk meets them. */
    List<Edge> retreating() {
        return retreating;
    }

    /** What was reached, each step after all those that lead to it, retreating edges aside. */
    List<Integer> forwards() {
        List<Integer> order = new ArrayList<>(finished);
        Collections.reverse(order);
        return order;
    }

    /** The steps of the cycle that a retreating edge closes: from its target to its source. */
    List<Integer> cycle(Edge edge) {
        List<Integer> steps = new ArrayList<>();
        for (int step = edge.from(); step != edge.to(); step = parent[step]) {
            steps.add(step);
        }
        steps.add(edge.to());
        Collections.reverse(steps);
        return steps;
    }
}
