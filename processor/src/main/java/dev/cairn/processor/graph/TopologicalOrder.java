package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Puts each step after all that lead to it, and after all steps of a loop what follows the loop; of those that could come next,
 * the first in the source comes first. So the last step of a sound flow comes last, since every path leads to it.
 *
 * <p>A loop is entered by its first step only. Once that had its turn, the other steps of the loop wait for nothing outside.
 */
final class TopologicalOrder {
    private final StepGraph graph;
    private final Loops loops;
    private final LoopNesting nesting;
    private final int[] awaited;
    private final Map<Integer, PriorityQueue<Integer>> ready = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();

    private TopologicalOrder(StepGraph graph, Loops loops, LoopNesting nesting) {
        this.graph = graph;
        this.loops = loops;
        this.nesting = nesting;
        awaited = new int[graph.size()];
    }

    /** The steps that can be reached, in order; the edges that lead back do not count. */
    static List<Integer> of(StepGraph graph, Traversal traversal, Loops loops, LoopNesting nesting) {
        TopologicalOrder order = new TopologicalOrder(graph, loops, nesting);
        order.count(traversal);
        order.sort();
        return order.order;
    }

    private void count(Traversal traversal) {
        for (int step : traversal.forwards()) {
            awaited[step] = (int) graph.incoming(step).stream()
                    .filter(edge -> traversal.reaches(edge.from()) && !loops.leadsBack(edge))
                    .count();
            if (awaited[step] == 0) {
                add(step);
            }
        }
    }

    private void sort() {
        Deque<Integer> open = new ArrayDeque<>(List.of(-1));
        while (!open.isEmpty()) {
            PriorityQueue<Integer> next = ready.get(open.getLast());
            if (next == null || next.isEmpty()) {
                open.removeLast();
                continue;
            }
            int step = next.remove();
            order.add(step);
            for (Edge edge : graph.outgoing(step)) {
                if (!loops.leadsBack(edge) && --awaited[edge.to()] == 0) {
                    add(edge.to());
                }
            }
            if (nesting.isFirst(step)) {
                open.addLast(step);
            }
        }
    }

    /** Adds a step to those that are ready within a loop, by its first step, or outside of all loops. */
    private void add(int step) {
        int loop = nesting.isFirst(step) ? nesting.outer(step) : nesting.innermost(step);
        ready.computeIfAbsent(loop, unused -> new PriorityQueue<>()).add(step);
    }
}
