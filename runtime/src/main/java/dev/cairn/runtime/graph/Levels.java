package dev.cairn.runtime.graph;

import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the coordinates of a task count: the foreaches and loops around its step, outermost first. Immutable.
 *
 * <p>A loop stays in the branch in which its first step runs. So where that step runs inside a split, the loop is inside that
 * split too, and a split that opens in the loop closes in it.
 */
final class Levels {
    private final String flow;
    private final Map<String, List<Level>> around = new HashMap<>();

    /**
     * A foreach, or a loop.
     *
     * @param step the step that opens the foreach, or with which the loop begins
     * @param loop which of the two it is
     */
    record Level(String step, boolean loop) {
        static Level foreach(GraphStep step) {
            return new Level(step.name(), false);
        }

        static Level loop(String first) {
            return new Level(first, true);
        }
    }

    Levels(FlowGraph graph, OpenSplits splits) {
        this.flow = graph.flow();
        LoopsAround loops = new LoopsAround(graph.steps());
        for (GraphStep step : graph.steps()) {
            around.put(step.name(), levels(splits.around(step.name()), loops.around(step.name()), splits));
        }
    }

    private static List<Level> levels(List<GraphStep> open, List<String> loops, OpenSplits splits) {
        List<Level> levels = new ArrayList<>();
        int loop = 0;
        for (int depth = 0; depth <= open.size(); depth++) {
            while (loop < loops.size() && splits.around(loops.get(loop)).size() == depth) {
                levels.add(Level.loop(loops.get(loop++)));
            }
            if (depth < open.size() && open.get(depth).fansOut()) {
                levels.add(Level.foreach(open.get(depth)));
            }
        }
        return List.copyOf(levels);
    }

    /** The levels around a step, outermost first. */
    List<Level> around(String step) {
        List<Level> found = around.get(step);
        if (found == null) {
            throw new IllegalArgumentException("flow " + flow + " has no step `" + step + "`");
        }
        return found;
    }

    /** How many levels two steps have in common. */
    int common(String one, String other) {
        List<Level> left = around(one);
        List<Level> right = around(other);
        int common = 0;
        while (common < Math.min(left.size(), right.size()) && left.get(common).equals(right.get(common))) {
            common++;
        }
        return common;
    }

    /** Whether a loop begins with a step. */
    boolean beginsLoop(String step) {
        List<Level> levels = around(step);
        return !levels.isEmpty() && levels.get(levels.size() - 1).equals(Level.loop(step));
    }
}
