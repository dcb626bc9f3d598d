package dev.cairn.processor.graph;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.GraphModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that is to know about the graph of a flow whose first step is known. Immutable.
 *
 * <p>The graph may be wrong in any other way, also incomplete: what is said is then what is certain.
 */
public final class FlowGraph {
    private final FlowModel flow;
    private final StepGraph graph;
    private final Traversal traversal;
    private final Loops loops;
    private final List<Integer> order;
    private final LoopNesting loopNesting;
    private final ScopeWalk walk;
    private final Nesting nesting;
    private final Paths paths;
    private final int start;
    private final Optional<StepModel> end;
    private final boolean certain;

    /**
     * Examines the graph of a flow.
     *
     * @param certain whether the transitions of the model are all that the source says, and nothing else
     */
    public FlowGraph(FlowModel flow, StepModel start, Optional<StepModel> end, boolean certain) {
        this.flow = flow;
        this.end = end;
        this.certain = certain;
        graph = new StepGraph(flow);
        this.start = graph.number(start);
        traversal = new Traversal(graph, this.start);
        loops = new Loops(graph, traversal);
        order = TopologicalOrder.of(graph, traversal, loops);
        loopNesting = new LoopNesting(graph, loops, order);
        walk = new ScopeWalk(graph, loops, order);
        paths = new Paths(graph, loops, this.start);
        nesting = new Nesting(
                graph,
                loops,
                walk,
                paths,
                end.map(graph::number).filter(traversal::reaches).orElse(-1));
    }

    /** The flow. */
    public FlowModel flow() {
        return flow;
    }

    /** A shortest way from the first step to another, by names. */
    public List<String> pathTo(StepModel step) {
        return paths.to(graph.number(step));
    }

    /**
     * A cycle that is no loop.
     *
     * @param steps its steps, of which the last leads back to the first
     * @param target where the last one names the first
     * @param last the last step
     * @param switches whether any of the steps is a switch
     */
    public record Cycle(List<String> steps, Target target, StepModel last, boolean switches) {}

    /** The cycles that are no loops. */
    public List<Cycle> cycles() {
        return loops.mistakes().stream().map(this::cycle).toList();
    }

    private Cycle cycle(Edge edge) {
        List<Integer> steps = traversal.cycle(edge);
        return new Cycle(
                steps.stream().map(graph::name).toList(),
                edge.target(),
                graph.step(edge.from()),
                steps.stream().anyMatch(graph::switches));
    }

    /**
     * The steps to which nothing leads; of several that only lead to each other, the first. None if that is not certain, because
     * a name in the flow is wrong, or the flow does not go on where it should.
     */
    public List<StepModel> unreachable() {
        if (!certain || !graph.complete() || hasWrongEnds()) {
            return List.of();
        }
        BitSet explained = new BitSet();
        List<StepModel> steps = new ArrayList<>();
        for (boolean roots : new boolean[] {true, false}) {
            for (int step = 0; step < graph.size(); step++) {
                boolean candidate = !roots || graph.incoming(step).isEmpty();
                if (candidate && !traversal.reaches(step) && !explained.get(step)) {
                    steps.add(graph.step(step));
                    new Traversal(graph, step).forwards().forEach(explained::set);
                }
            }
        }
        return steps;
    }

    /** Whether an edge leads back, or is missing, that has to lead to a step to which nothing leads now. */
    private boolean hasWrongEnds() {
        return !loops.mistakes().isEmpty()
                || !deadEnds().isEmpty()
                || !endlessLoops().isEmpty();
    }

    /** The steps, other than the end, after which a run could not go on. */
    public List<StepModel> deadEnds() {
        return order.stream()
                .map(graph::step)
                .filter(step -> step.transition() instanceof TransitionModel.End)
                .filter(step -> end.isPresent() && !step.equals(end.get()))
                .toList();
    }

    /** The switches of which every way leads back, so that a run could never leave their loop. */
    public List<StepModel> endlessLoops() {
        return order.stream()
                .filter(graph::switches)
                .filter(step -> !graph.outgoing(step).isEmpty()
                        && graph.outgoing(step).stream().allMatch(loops::loops))
                .map(graph::step)
                .toList();
    }

    /** How splits and joins fail to match, in one of several ways. */
    public <T extends NestingFinding> Stream<T> nesting(Class<T> kind) {
        return nesting.findings().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The foreaches around a step, outermost first; empty where splits and joins do not match, so that it is not known. */
    public Optional<List<StepModel>> foreaches(StepModel step) {
        return Optional.ofNullable(walk.scope(graph.number(step)))
                .map(scope -> scope.foreaches().stream().map(graph::step).toList());
    }

    /** Whether a way leads from a step back to it. */
    public boolean isInLoop(StepModel step) {
        return !loopNesting.around(graph.number(step)).isEmpty();
    }

    /** The graph as data; only for a graph in which nothing is wrong. */
    public GraphModel model() {
        Map<String, String> joinOf = new LinkedHashMap<>();
        Map<String, String> splitOf = new LinkedHashMap<>();
        Map<String, List<List<String>>> arrivals = new LinkedHashMap<>();
        walk.joins().forEach((split, joins) -> {
            joinOf.put(graph.name(split), graph.name(joins.first()));
            splitOf.put(graph.name(joins.first()), graph.name(split));
            arrivals.put(graph.name(joins.first()), arrivals(split, joins.first()));
        });
        Map<String, List<String>> foreaches = new LinkedHashMap<>();
        Map<String, List<String>> loopsAround = new LinkedHashMap<>();
        for (int step : order) {
            foreaches.put(graph.name(step), names(walk.knownScope(step).foreaches()));
            loopsAround.put(graph.name(step), names(loopNesting.around(step)));
        }
        return new GraphModel(names(order), joinOf, splitOf, arrivals, foreaches, loopsAround);
    }

    /** How data moves through the graph; only for a graph in which nothing is wrong. */
    public DataFlow dataFlow(FlowBodies bodies) {
        return new DataFlow(flow, model(), bodies, graph, paths, new DataWays(graph, order, walk, start));
    }

    private List<String> names(Collection<Integer> steps) {
        return steps.stream().map(graph::name).toList();
    }

    private List<List<String>> arrivals(int split, int join) {
        List<TreeSet<Integer>> branches = new ArrayList<>();
        graph.outgoing(split).forEach(edge -> branches.add(new TreeSet<>()));
        for (Arrival arrival : walk.closed().get(join)) {
            Edge edge = arrival.edge();
            if (edge != null) {
                branches.get(arrival.scope().branch()).add(edge.from());
            }
        }
        return branches.stream().map(this::names).toList();
    }
}
