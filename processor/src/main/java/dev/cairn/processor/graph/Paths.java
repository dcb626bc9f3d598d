package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds shortest paths, to show what is wrong. Those from the first step are looked for once, for all that are asked for later;
 * another way is most often a part of such a one.
 */
final class Paths {
    private final StepGraph graph;
    private final Loops loops;
    private final int start;
    private @Nullable Search fromStart;

    Paths(StepGraph graph, Loops loops, int start) {
        this.graph = graph;
        this.loops = loops;
        this.start = start;
    }

    /** A shortest path from the first step. */
    List<String> to(int step) {
        return between(start, step);
    }

    /** A shortest path from the first step over the last edge of an arrival. */
    List<String> to(Arrival arrival) {
        Edge edge = arrival.edge();
        return edge == null ? List.of(graph.name(start)) : over(start, edge);
    }

    /** A shortest path from a step over an edge. */
    List<String> over(int from, Edge edge) {
        return between(from, edge.from()).and(edge.to());
    }

    /** A shortest path without loops. */
    StepPath between(int from, int to) {
        Search all = fromStart();
        return all.passes(from, to) ? all.path(from, to) : new Search(from).path(from, to);
    }

    /** Whether there is a path without loops. */
    boolean leads(int from, int to) {
        return new Search(from).reaches(to);
    }

    /** A shortest path that may go back by a loop. */
    StepPath around(int from, int to) {
        return new Search(from, edge -> true).path(from, to);
    }

    /** A shortest path from the first step, by numbers. */
    List<Integer> stepsTo(int step) {
        return fromStart().steps(step);
    }

    /** A shortest path without loops, by numbers. */
    List<Integer> steps(int from, int to) {
        return new Search(from).steps(to);
    }

    private Search fromStart() {
        Search known = fromStart;
        if (known == null) {
            known = new Search(start);
            fromStart = known;
        }
        return known;
    }

    /** The shortest paths from one step to all others. */
    private final class Search {
        private final int[] previous = new int[graph.size()];
        private final int[] distance = new int[graph.size()];

        Search(int from) {
            this(from, edge -> !loops.leadsBack(edge));
        }

        Search(int from, Predicate<Edge> leads) {
            Arrays.fill(distance, -1);
            distance[from] = 0;
            Deque<Integer> queue = new ArrayDeque<>(List.of(from));
            while (!queue.isEmpty()) {
                int step = queue.removeFirst();
                for (Edge edge : graph.outgoing(step)) {
                    if (leads.test(edge) && distance[edge.to()] < 0) {
                        distance[edge.to()] = distance[step] + 1;
                        previous[edge.to()] = step;
                        queue.addLast(edge.to());
                    }
                }
            }
        }

        boolean reaches(int to) {
            return distance[to] >= 0;
        }

        boolean passes(int from, int to) {
            int step = to;
            while (distance[step] > distance[from]) {
                step = previous[step];
            }
            return step == from;
        }

        List<Integer> steps(int to) {
            Deque<Integer> steps = new ArrayDeque<>(List.of(to));
            for (int step = to; distance[step] > 0; step = previous[step]) {
                steps.addFirst(previous[step]);
            }
            return new ArrayList<>(steps);
        }

        StepPath path(int from, int to) {
            return StepPath.to(graph, previous, to, distance[to] - distance[from] + 1);
        }
    }
}
