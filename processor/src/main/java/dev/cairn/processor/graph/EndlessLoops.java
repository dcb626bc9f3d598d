package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the loops that no path leaves. For each loop it computes how many loops are around the place that lies furthest out, of
 * those to which an edge of a step in the loop leads; each edge is looked at once.
 */
final class EndlessLoops {
    private final StepGraph graph;
    private final Loops loops;
    private final LoopNesting nesting;
    private final int[] depth;
    private final int[] leadsTo;

    private EndlessLoops(StepGraph graph, Loops loops, LoopNesting nesting) {
        this.graph = graph;
        this.loops = loops;
        this.nesting = nesting;
        depth = new int[graph.size()];
        leadsTo = new int[graph.size()];
        Arrays.fill(leadsTo, Integer.MAX_VALUE);
    }

    /**
     * The loops without an exit, by their first steps.
     *
     * @param order the steps that can be reached, each after all that lead to it, loops aside
     */
    static List<Integer> of(StepGraph graph, Loops loops, LoopNesting nesting, List<Integer> order) {
        return new EndlessLoops(graph, loops, nesting).find(order);
    }

    private List<Integer> find(List<Integer> order) {
        order.stream().filter(nesting::isFirst).forEach(first -> depth[first] = 1 + depthOf(nesting.outer(first)));
        List<Integer> endless = new ArrayList<>();
        List<Integer> backwards = new ArrayList<>(order);
        Collections.reverse(backwards);
        for (int step : backwards) {
            lead(nesting.innermost(step), outermostAfter(step));
            if (nesting.isFirst(step)) {
                if (leadsTo[step] >= depth[step]) {
                    endless.add(step);
                }
                lead(nesting.outer(step), leadsTo[step]);
            }
        }
        Collections.reverse(endless);
        return endless;
    }

    private int depthOf(int loop) {
        return loop < 0 ? 0 : depth[loop];
    }

    private void lead(int loop, int outwards) {
        if (loop >= 0) {
            leadsTo[loop] = Math.min(leadsTo[loop], outwards);
        }
    }

    /** How many loops are around both the step and what follows it; none where an edge is wrong, for that may be the way out. */
    private int outermostAfter(int step) {
        if (graph.outgoing(step).size()
                < graph.step(step).transition().targets().size()) {
            return 0;
        }
        return graph.outgoing(step).stream().mapToInt(this::around).min().orElse(0);
    }

    private int around(Edge edge) {
        if (loops.leadsBack(edge)) {
            return loops.loops(edge) ? depth[edge.to()] : 0;
        }
        int loop = nesting.innermost(edge.to());
        return nesting.isFirst(edge.to()) ? depthOf(nesting.outer(loop)) : depthOf(loop);
    }
}
