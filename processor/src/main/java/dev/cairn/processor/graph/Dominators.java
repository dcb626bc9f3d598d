package dev.cairn.processor.graph;

import java.util.List;

/**
 * Which steps no path from the first step can avoid, in a graph without cycles.
 *
 * <p>The immediate dominator of a step is the deepest common ancestor, in the tree of dominators so far, of all steps that lead
 * to it. Each step keeps, beside its parent, one ancestor further up, chosen so that any ancestor is found in a logarithmic
 * number of jumps (Myers, "An applicative random-access stack", 1983).
 */
final class Dominators {
    private final int[] depth;
    private final int[] parent;
    private final int[] jump;

    /**
     * Computes them.
     *
     * @param order the steps that can be reached, the first step first; an edge to a step that stands earlier does not count
     */
    Dominators(StepGraph graph, List<Integer> order) {
        depth = new int[graph.size()];
        parent = new int[graph.size()];
        jump = new int[graph.size()];
        boolean[] known = new boolean[graph.size()];
        for (int step : order) {
            int dominator = -1;
            for (Edge edge : graph.incoming(step)) {
                if (known[edge.from()]) {
                    dominator = dominator < 0 ? edge.from() : common(dominator, edge.from());
                }
            }
            add(step, dominator < 0 ? step : dominator);
            known[step] = true;
        }
    }

    private void add(int step, int dominator) {
        parent[step] = dominator;
        depth[step] = step == dominator ? 0 : depth[dominator] + 1;
        int far = jump[dominator];
        boolean even = depth[dominator] - depth[far] == depth[far] - depth[jump[far]];
        jump[step] = step == dominator ? step : even ? jump[far] : dominator;
    }

    /** Whether every path to {@code step} goes through {@code dominator}. */
    boolean dominates(int dominator, int step) {
        return ancestor(step, depth[dominator]) == dominator;
    }

    private int ancestor(int step, int atDepth) {
        int ancestor = step;
        while (depth[ancestor] > atDepth) {
            ancestor = depth[jump[ancestor]] >= atDepth ? jump[ancestor] : parent[ancestor];
        }
        return ancestor;
    }

    private int common(int one, int other) {
        int left = ancestor(one, depth[other]);
        int right = ancestor(other, depth[left]);
        while (left != right) {
            boolean far = jump[left] != jump[right];
            left = far ? jump[left] : parent[left];
            right = far ? jump[right] : parent[right];
        }
        return left;
    }
}
