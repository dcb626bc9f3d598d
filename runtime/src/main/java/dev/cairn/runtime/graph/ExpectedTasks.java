package dev.cairn.runtime.graph;

import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Knows how many tasks the steps of a flow will have, as far as that can be said before they have run. Steps in loops, behind a switch, or
 * in a foreach within another one may have any number. Immutable.
 */
public final class ExpectedTasks {
    /** The number of a step for which nobody can say yet how many tasks it will have. */
    public static final long UNKNOWN = -1;

    private final FlowGraph graph;
    private final FlowStructure structure;

    /**
     * For the steps of one flow.
     *
     * @param graph the graph of the flow
     */
    public ExpectedTasks(FlowGraph graph) {
        this.graph = graph;
        this.structure = new FlowStructure(graph);
    }

    /**
     * {@return the number of tasks of a step before anything has run: 1, or {@link #UNKNOWN}}
     *
     * @param step the name of the step
     */
    public long atFirst(String step) {
        return structure.depth(step) == 0 ? 1 : UNKNOWN;
    }

    /**
     * {@return the steps that have one task for each element of the foreach that {@code opener} opens: none if it can be opened more than
     * once}
     *
     * @param opener the name of a step; if it opens no foreach, the result is empty
     */
    public Set<String> perElement(String opener) {
        GraphStep split = graph.step(opener);
        Set<String> steps = new LinkedHashSet<>();
        if (structure.depth(opener) > 0 || !split.fansOut()) {
            return steps;
        }
        Deque<String> next = new ArrayDeque<>(split.next());
        while (!next.isEmpty()) {
            String name = next.remove();
            boolean within = !name.equals(split.matchingJoin()) && structure.depth(name) == 1;
            if (within && steps.add(name)) {
                addFollowing(graph.step(name), next);
            }
        }
        return steps;
    }

    private static void addFollowing(GraphStep step, Deque<String> next) {
        if (step.fansOut()) {
            next.add(Objects.requireNonNull(step.matchingJoin()));
        } else if (!step.chooses()) {
            next.addAll(step.next());
        }
    }
}
