package dev.cairn.engine.resume;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many tasks the steps in branches of foreaches will have, as far as that follows from the foreaches that were opened. For one thread. */
final class ExpectedTasks {
    private final FlowGraph graph;
    private final FlowStructure structure;
    private final Map<String, Long> openers = new HashMap<>();
    private final Map<String, Long> elements = new HashMap<>();

    ExpectedTasks(FlowGraph graph, FlowStructure structure) {
        this.graph = graph;
        this.structure = structure;
    }

    /** Notes that a task of a step opened a foreach. */
    void opened(String step, int count) {
        openers.merge(step, 1L, Long::sum);
        elements.merge(step, (long) count, Long::sum);
    }

    /** The number of tasks of a step; empty if it is in no branch, or if it depends on what has not run. */
    OptionalLong of(String step) {
        List<GraphStep> around = structure.foreachesAround(step);
        if (around.isEmpty()) {
            return OptionalLong.empty();
        }
        String opener = around.get(around.size() - 1).name();
        return isPassedByEachElement(around) && isOpened(opener)
                ? OptionalLong.of(elements.getOrDefault(opener, 0L))
                : OptionalLong.empty();
    }

    private boolean isPassedByEachElement(List<GraphStep> around) {
        return graph.steps().stream()
                .noneMatch(step -> step.choice() != null
                        && structure.foreachesAround(step.name()).equals(around));
    }

    /** Whether all tasks of a step opened their foreach. */
    private boolean isOpened(String step) {
        OptionalLong all = structure.depth(step) == 0 ? OptionalLong.of(1) : of(step);
        return all.isPresent() && all.getAsLong() == openers.getOrDefault(step, 0L);
    }
}
