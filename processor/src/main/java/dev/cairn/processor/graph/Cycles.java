package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What goes round and must not: the edges that make no loop, and the loops that no path leaves. Where such a loop has no switch
 * in its own branch, it is a cycle that nobody meant as a loop; else a case of the switch is missing. Immutable.
 */
final class Cycles {
    private final StepGraph graph;
    private final LoopNesting nesting;
    private final BranchWalk walk;
    private final Paths paths;
    private final Map<Integer, Edge> leadingBack = new HashMap<>();
    private final Map<Integer, Integer> switches = new HashMap<>();
    private final List<Cycle> cycles = new ArrayList<>();
    private final List<EndlessLoop> endless = new ArrayList<>();

    Cycles(
            StepGraph graph,
            Traversal traversal,
            Loops loops,
            LoopNesting nesting,
            BranchWalk walk,
            Paths paths,
            List<Integer> order) {
        this.graph = graph;
        this.nesting = nesting;
        this.walk = walk;
        this.paths = paths;
        for (Edge edge : loops.mistakes()) {
            Cycle.Why why = graph.splits(edge.from()) ? Cycle.Why.OPENS_BRANCHES : Cycle.Why.ENTERED_IN_THE_MIDDLE;
            List<String> steps = traversal.cycle(edge).stream().map(graph::name).toList();
            cycles.add(new Cycle(why, steps, edge.target(), graph.step(edge.from())));
        }
        List<Integer> firsts = EndlessLoops.of(graph, loops, nesting, order);
        if (!firsts.isEmpty()) {
            order.forEach(step -> graph.outgoing(step).stream()
                    .filter(loops::loops)
                    .forEach(edge -> leadingBack.put(edge.to(), edge)));
            for (int i = order.size() - 1; i >= 0; i--) {
                addSwitch(order.get(i));
            }
            firsts.forEach(this::addEndless);
        }
    }

    /** Notes a switch for the loops around it, as long as they are of its own branch and know none that comes later. */
    private void addSwitch(int step) {
        int loop = graph.switches(step) ? nesting.innermost(step) : -1;
        while (loop >= 0 && walk.scope(loop) == walk.scope(step) && switches.putIfAbsent(loop, step) == null) {
            loop = nesting.outer(loop);
        }
    }

    private void addEndless(int first) {
        Edge last = Objects.requireNonNull(leadingBack.get(first));
        if (graph.step(first).joins() || walk.scope(first) != walk.scope(last.from())) {
            return; // it leads where no loop can begin: that is told
        }
        List<String> steps = paths.between(first, last.from());
        Integer chooses = switches.get(first);
        if (chooses == null) {
            cycles.add(new Cycle(Cycle.Why.NOTHING_CHOOSES, steps, last.target(), graph.step(last.from())));
        } else {
            endless.add(new EndlessLoop(steps, graph.step(chooses)));
        }
    }

    /** The paths that go round and make no loop. */
    List<Cycle> list() {
        return cycles;
    }

    /** The loops that no path leaves. */
    List<EndlessLoop> endless() {
        return endless;
    }
}
