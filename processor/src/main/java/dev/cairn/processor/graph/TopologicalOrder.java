package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Puts each step after all that lead to it; of those that could come next, the first in the source comes first. */
final class TopologicalOrder {
    private TopologicalOrder() {}

    /** The steps that can be reached, in order; the edges that lead back do not count. */
    static List<Integer> of(StepGraph graph, Traversal traversal, Loops loops) {
        int[] awaited = new int[graph.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int step = 0; step < graph.size(); step++) {
            awaited[step] = (int) graph.incoming(step).stream()
                    .filter(edge -> traversal.reaches(edge.from()) && !loops.leadsBack(edge))
                    .count();
            if (awaited[step] == 0 && traversal.reaches(step)) {
                ready.add(step);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int step = ready.remove();
            order.add(step);
            for (Edge edge : graph.outgoing(step)) {
                if (!loops.leadsBack(edge) && --awaited[edge.to()] == 0) {
                    ready.add(edge.to());
                }
            }
        }
        return order;
    }
}
