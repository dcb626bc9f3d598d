package dev.cairn.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which loops are around each step. A loop goes by its first step, the one that others lead back to; in it are all steps from
 * which a path goes on to one of those that lead back.
 *
 * <p>Inner loops are found before outer ones, and count as one step from then on, so that each step is looked at once (Tarjan,
 * "Testing flow graph reducibility", 1974).
 */
final class LoopNesting {
    private final StepGraph graph;
    private final Loops loops;
    private final BitSet reached = new BitSet();
    private final Map<Integer, List<Integer>> sources = new HashMap<>();
    private final int[] around;
    private final int[] collapsed;

    /**
     * Finds them.
     *
     * @param order the steps that can be reached, each after all that lead to it, loops aside
     */
    LoopNesting(StepGraph graph, Loops loops, List<Integer> order) {
        this.graph = graph;
        this.loops = loops;
        around = new int[graph.size()];
        collapsed = new int[graph.size()];
        Arrays.fill(around, -1);
        Arrays.setAll(collapsed, step -> step);
        order.forEach(reached::set);
        loops.loops()
                .forEach(edge -> sources.computeIfAbsent(edge.to(), unused -> new ArrayList<>())
                        .add(edge.from()));
        for (int i = order.size() - 1; i >= 0; i--) {
            collapse(order.get(i));
        }
    }

    /** Finds the steps of the loop that begins with {@code first}, from the steps that lead back, backwards. */
    private void collapse(int first) {
        Deque<Integer> found = new ArrayDeque<>(sources.getOrDefault(first, List.of()));
        while (!found.isEmpty()) {
            int step = representative(found.remove());
            if (step != first) {
                around[step] = first;
                collapsed[step] = first;
                for (Edge edge : graph.incoming(step)) {
                    if (!loops.leadsBack(edge) && reached.get(edge.from())) {
                        found.add(edge.from());
                    }
                }
            }
        }
    }

    /** The first step of the outermost loop known so far around a step, or the step itself. */
    private int representative(int step) {
        int outermost = step;
        while (collapsed[outermost] != outermost) {
            collapsed[outermost] = collapsed[collapsed[outermost]];
            outermost = collapsed[outermost];
        }
        return outermost;
    }

    /** Whether a loop begins with the step. */
    boolean isFirst(int step) {
        return sources.containsKey(step);
    }

    /** The first step of the innermost loop that a step is in, which for a first step is its own; negative if there is none. */
    int innermost(int step) {
        return isFirst(step) ? step : around[step];
    }

    /** The first step of the innermost loop around the loop that begins with {@code first}; negative if there is none. */
    int outer(int first) {
        return around[first];
    }
}
