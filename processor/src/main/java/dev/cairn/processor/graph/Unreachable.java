package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Finds the steps to which nothing leads; of several that only lead to each other, the first. Looks at each step once. */
final class Unreachable {
    private Unreachable() {}

    /** Those steps: first the ones that nothing names, then one of each group whose steps name each other. */
    static List<Integer> of(StepGraph graph, Traversal traversal) {
        BitSet explained = new BitSet();
        List<Integer> steps = new ArrayList<>();
        for (boolean roots : new boolean[] {true, false}) {
            for (int step = 0; step < graph.size(); step++) {
                boolean candidate = !roots || graph.incoming(step).isEmpty();
                if (candidate && !traversal.reaches(step) && !explained.get(step)) {
                    steps.add(step);
                    explain(graph, step, explained);
                }
            }
        }
        return steps;
    }

    private static void explain(StepGraph graph, int first, BitSet explained) {
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        explained.set(first);
        while (!open.isEmpty()) {
            for (Edge edge : graph.outgoing(open.remove())) {
                if (!explained.get(edge.to())) {
                    explained.set(edge.to());
                    open.add(edge.to());
                }
            }
        }
    }
}
