package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries the scope along every edge, from the first step to the last. A split opens a branch, a join closes one, every other
 * step hands on its scope; so each step has exactly one scope, or something is wrong there.
 *
 * <p>Where something is wrong the scope of the step is unknown, and what follows from an unknown scope is not judged: one
 * mistake makes one finding.
 */
final class BranchWalk {
    private final StepGraph graph;
    private final Loops loops;
    private final @Nullable OpenBranches[] scopes;
    private final Map<Integer, List<Arrival>> closed = new LinkedHashMap<>();
    private final Map<Integer, TreeSet<Integer>> joins = new TreeMap<>();
    private final List<Clash> clashes = new ArrayList<>();

    /** Two paths on which a step is reached, and that must not lead there both. */
    record Clash(int step, Arrival one, Arrival other) {}

    BranchWalk(StepGraph graph, Loops loops, List<Integer> order) {
        this.graph = graph;
        this.loops = loops;
        scopes = new OpenBranches[graph.size()];
        Map<Edge, OpenBranches> branches = new java.util.IdentityHashMap<>();
        for (int step : order) {
            List<Arrival> arrivals = arrivals(step, step == order.get(0), branches);
            OpenBranches scope = graph.step(step).joins() ? close(step, arrivals) : enter(step, arrivals);
            scopes[step] = scope;
            if (scope != null && graph.splits(step)) {
                for (Edge edge : graph.outgoing(step)) {
                    branches.put(edge, scope.branch(step, edge.branch(), graph.fansOut(step)));
                }
            }
        }
    }

    private List<Arrival> arrivals(int step, boolean first, Map<Edge, OpenBranches> branches) {
        List<Arrival> arrivals = new ArrayList<>();
        if (first) {
            arrivals.add(new Arrival(null, OpenBranches.outermost()));
        }
        for (Edge edge : graph.incoming(step)) {
            OpenBranches scope = branches.getOrDefault(edge, scopes[edge.from()]);
            if (scope != null && !loops.leadsBack(edge)) {
                arrivals.add(new Arrival(edge, scope));
            }
        }
        return arrivals;
    }

    private @Nullable OpenBranches enter(int step, List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            if (arrival.scope() != arrivals.get(0).scope()) {
                clashes.add(new Clash(step, arrivals.get(0), arrival));
                return null;
            }
        }
        return arrivals.isEmpty() ? null : arrivals.get(0).scope();
    }

    private @Nullable OpenBranches close(int join, List<Arrival> arrivals) {
        closed.put(join, arrivals);
        for (Arrival arrival : arrivals) {
            if (arrival.scope().split() != arrivals.get(0).scope().split()) {
                clashes.add(new Clash(join, arrivals.get(0), arrival));
                return null;
            }
        }
        if (arrivals.isEmpty() || arrivals.get(0).scope().isOutermost()) {
            return arrivals.isEmpty() ? null : arrivals.get(0).scope();
        }
        OpenBranches scope = arrivals.get(0).scope();
        joins.computeIfAbsent(scope.split(), split -> new TreeSet<>()).add(join);
        return scope.around();
    }

    /** The branches that are open where a step runs, before what it splits itself; null where that is unknown. */
    @Nullable
    OpenBranches scope(int step) {
        return scopes[step];
    }

    /** The scope of a step that has one. */
    OpenBranches knownScope(int step) {
        OpenBranches scope = scopes[step];
        if (scope == null) {
            throw new IllegalStateException("step " + graph.name(step) + " has no scope");
        }
        return scope;
    }

    /** The paths on which each join is reached, in the order of the source. */
    Map<Integer, List<Arrival>> closed() {
        return closed;
    }

    /** The joins of each split that has any, in the order of the source. */
    Map<Integer, TreeSet<Integer>> joins() {
        return joins;
    }

    /** The steps that are reached in different scopes, and the joins that are reached from different splits. */
    List<Clash> clashes() {
        return clashes;
    }

    /** The step that a number means. */
    StepModel step(int number) {
        return graph.step(number);
    }
}
