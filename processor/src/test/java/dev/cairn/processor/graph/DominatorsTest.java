package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DominatorsTest {
    /** A step dominates another exactly if without it the other cannot be reached. */
    @Test
    void agreesWithLeavingOutEachStep() {
        for (int seed = 0; seed < 300; seed++) {
            Sketch sketch = SketchGenerator.sound(new Random(seed), 2 + seed / 10);
            StepGraph graph = new StepGraph(sketch.flow());
            int start = graph.number(sketch.flow().step("start").orElseThrow());
            Dominators dominators = new Dominators(graph, new Traversal(graph, start).forwards());
            for (int without = 0; without < graph.size(); without++) {
                Set<Integer> reached = reachedWithout(graph, start, without);
                for (int step = 0; step < graph.size(); step++) {
                    assertThat(dominators.dominates(without, step))
                            .as("seed %s: %s over %s%n%s", seed, graph.name(without), graph.name(step), sketch)
                            .isEqualTo(!reached.contains(step));
                }
            }
        }
    }

    private static Set<Integer> reachedWithout(StepGraph graph, int start, int without) {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        if (start != without) {
            reached.add(start);
            open.add(start);
        }
        while (!open.isEmpty()) {
            for (Edge edge : graph.outgoing(open.remove())) {
                if (edge.to() != without && reached.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return reached;
    }
}
