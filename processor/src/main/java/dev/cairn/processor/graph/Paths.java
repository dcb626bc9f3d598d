package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Finds shortest ways, to show what is wrong. */
final class Paths {
    private final StepGraph graph;
    private final Loops loops;
    private final int start;

    Paths(StepGraph graph, Loops loops, int start) {
        this.graph = graph;
        this.loops = loops;
        this.start = start;
    }

    /** A shortest way from the first step. */
    List<String> to(int step) {
        return between(start, step);
    }

    /** A shortest way from a step over an edge. */
    List<String> over(int from, Edge edge) {
        List<String> path = new ArrayList<>(between(from, edge.from()));
        path.add(graph.name(edge.to()));
        return path;
    }

    /** A shortest way from the first step over the last edge of an arrival. */
    List<String> to(Arrival arrival) {
        Edge edge = arrival.edge();
        return edge == null ? List.of(graph.name(start)) : over(start, edge);
    }

    /** A shortest way without loops. */
    List<String> between(int from, int to) {
        return steps(from, to).stream().map(graph::name).toList();
    }

    /** A shortest way from the first step, by numbers. */
    List<Integer> stepsTo(int step) {
        return steps(start, step);
    }

    /** A shortest way without loops, by numbers. */
    List<Integer> steps(int from, int to) {
        int[] previous = new int[graph.size()];
        Arrays.fill(previous, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty() && queue.peekFirst() != to) {
            for (Edge edge : graph.outgoing(queue.removeFirst())) {
                if (!loops.leadsBack(edge) && edge.to() != from && previous[edge.to()] < 0) {
                    previous[edge.to()] = edge.from();
                    queue.addLast(edge.to());
                }
            }
        }
        List<Integer> path = new ArrayList<>();
        for (int step = to; step >= 0; step = previous[step]) {
            path.add(step);
        }
        Collections.reverse(path);
        return path;
    }
}
