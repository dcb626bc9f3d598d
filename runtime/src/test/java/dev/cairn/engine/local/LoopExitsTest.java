package dev.cairn.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the loops of random flows can be left, held against every way through them; a failure names the seed. */
class LoopExitsTest {
    private int loops;
    private int rounds;

    @Test
    void whatComesBackAndWhichSwitchesDecideAgreeWithEveryWay() {
        for (int seed = 0; seed < 600; seed++) {
            FlowGraph graph = FlowGraph.of(new RandomFlow(seed, 1 + seed / 30).definition());
            FlowStructure structure = new FlowStructure(graph);
            Map<String, Set<String>> inside = inside(graph, structure);
            for (Map.Entry<String, Set<String>> loop : inside.entrySet()) {
                loops++;
                compare("seed " + seed + ", loop " + loop.getKey(), graph, structure, loop.getKey(), loop.getValue());
            }
        }
        assertThat(loops).as("loops").isGreaterThan(500);
        assertThat(rounds).as("rounds").isGreaterThan(1_500);
    }

    /** The steps in each loop, by its first step. */
    private static Map<String, Set<String>> inside(FlowGraph graph, FlowStructure structure) {
        Map<String, Set<String>> inside = new HashMap<>();
        for (GraphStep step : graph.steps()) {
            IntStream.range(0, structure.depth(step.name()))
                    .filter(place -> structure.isLoop(step.name(), place))
                    .mapToObj(place -> structure.loop(step.name(), place))
                    .forEach(first -> inside.computeIfAbsent(first, key -> new HashSet<>())
                            .add(step.name()));
        }
        return inside;
    }

    private void compare(String flow, FlowGraph graph, FlowStructure structure, String first, Set<String> inside) {
        for (GraphStep step : graph.steps()) {
            boolean comesBack =
                    inside.contains(step.name()) && (step.name().equals(first) || !leaves(graph, step, first, inside));
            assertThat(structure.comesBack(first, step.name()))
                    .as("%s, %s", flow, step.name())
                    .isEqualTo(comesBack);
        }
        round(flow, graph, structure, first, graph.step(first), inside, false, 300);
    }

    /** Whether a way from a step leads out of a loop, other than over its first step. */
    private static boolean leaves(FlowGraph graph, GraphStep from, String first, Set<String> inside) {
        Set<String> seen = new HashSet<>(Set.of(first, from.name()));
        Deque<GraphStep> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (String next : open.remove().next()) {
                if (!inside.contains(next)) {
                    return true;
                } else if (seen.add(next)) {
                    open.add(graph.step(next));
                }
            }
        }
        return false;
    }

    /** Follows the rounds of a loop: when one comes back, a switch has decided so, of those that bound it. */
    private int round(
            String flow,
            FlowGraph graph,
            FlowStructure structure,
            String first,
            GraphStep step,
            Set<String> inside,
            boolean decided,
            int budget) {
        int left = budget;
        for (String next : step.next()) {
            boolean now = decided
                    || structure.comesBack(first, next)
                            && structure.switchesOfLoop(first).contains(step.name());
            if (next.equals(first)) {
                rounds++;
                assertThat(now).as("%s, back from %s", flow, step.name()).isTrue();
            } else if (inside.contains(next) && left > 0 && !structure.leadsBack(step.name(), next)) {
                left = round(flow, graph, structure, first, graph.step(next), inside, now, left - 1);
            }
        }
        return left;
    }
}
