package dev.cairn.runtime.graph;

import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which loops are around each step. A loop goes by its first step: the one that others lead back to, and through which every
 * way into the loop goes. In it are all steps from which a way goes on to one of those that lead back. Loops nest. Immutable.
 *
 * <p>Steps come in topological order, loops aside: so an edge leads back if its target does not stand later.
 * Inner loops are found before outer ones, and count as one step from then on, so that each step is looked at once (Tarjan,
 * "Testing flow graph reducibility", 1974).
 */
final class LoopsAround {
    private final List<GraphStep> steps;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Integer>> sources = new HashMap<>();
    private final List<List<Integer>> incoming = new ArrayList<>();
    private final int[] around;
    private final int[] collapsed;

    LoopsAround(List<GraphStep> steps) {
        this.steps = steps;
        for (GraphStep step : steps) {
            numbers.put(step.name(), numbers.size());
            incoming.add(new ArrayList<>());
        }
        around = new int[steps.size()];
        collapsed = new int[steps.size()];
        Arrays.fill(around, -1);
        Arrays.setAll(collapsed, step -> step);
        for (int from = 0; from < steps.size(); from++) {
            for (String next : steps.get(from).next()) {
                addEdge(from, number(next));
            }
        }
        for (int first = steps.size() - 1; first >= 0; first--) {
            collapse(first);
        }
    }

    private void addEdge(int from, int to) {
        if (to <= from) {
            sources.computeIfAbsent(to, unused -> new ArrayList<>()).add(from);
        } else {
            incoming.get(to).add(from);
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
                found.addAll(incoming.get(step));
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

    private int number(String name) {
        return Objects.requireNonNull(numbers.get(name));
    }

    /** The first steps of the loops around a step, outermost first; a first step is in its own loop. */
    List<String> around(String name) {
        int step = number(name);
        List<String> loops = new ArrayList<>();
        for (int loop = sources.containsKey(step) ? step : around[step]; loop >= 0; loop = around[loop]) {
            loops.add(steps.get(loop).name());
        }
        Collections.reverse(loops);
        return loops;
    }
}
