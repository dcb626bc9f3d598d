package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The edges that lead back, told apart: a loop is an edge to a step through which every path to its source goes, unless it opens
 * a branch; all others make a cycle for which there is no meaning. Whether a loop can be left, {@link EndlessLoops} finds out.
 */
final class Loops {
    private final Set<Edge> back = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Edge> looping = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Edge> loops = new ArrayList<>();
    private final List<Edge> mistakes = new ArrayList<>();

    Loops(StepGraph graph, Traversal traversal) {
        if (traversal.retreating().isEmpty()) {
            return;
        }
        Dominators dominators = new Dominators(graph, traversal.forwards());
        back.addAll(traversal.retreating());
        for (Edge edge : traversal.retreating()) {
            boolean loop = !graph.splits(edge.from()) && dominators.dominates(edge.to(), edge.from());
            (loop ? loops : mistakes).add(edge);
        }
        looping.addAll(loops);
    }

    /** Whether the edge leads back, rightly or wrongly. */
    boolean leadsBack(Edge edge) {
        return back.contains(edge);
    }

    /** Whether the edge makes a loop. */
    boolean loops(Edge edge) {
        return looping.contains(edge);
    }

    /** The edges that make a loop. */
    List<Edge> loops() {
        return loops;
    }

    /** The edges that lead back and must not. */
    List<Edge> mistakes() {
        return mistakes;
    }
}
