package dev.cairn.processor.graph;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.GraphModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is to know about the graph of a flow whose first step is known. For one thread.
 *
 * <p>The graph may be wrong in any other way, also incomplete: what is said is then what is certain.
 */
public final class ExaminedGraph {
    private final FlowModel flow;
    private final StepGraph graph;
    private final Traversal traversal;
    private final Loops loops;
    private final List<Integer> order;
    private final LoopNesting loopNesting;
    private final BranchWalk walk;
    private final Cycles cycles;
    private final Nesting nesting;
    private final Paths paths;
    private final int start;
    private final Optional<StepModel> end;
    private final boolean certain;

    /**
     * Examines the graph of a flow.
     *
     * @param closed the last step, where it wrongly says what follows: its paths are not looked at
     * @param certain whether the transitions of the model are all that the source says, and nothing else
     */
    public ExaminedGraph(
            FlowModel flow, StepModel start, Optional<StepModel> end, Optional<StepModel> closed, boolean certain) {
        this(flow, new StepGraph(flow, closed, edges -> {}), start, end, certain);
    }

    ExaminedGraph(FlowModel flow, StepGraph graph, StepModel start, Optional<StepModel> end, boolean certain) {
        this.flow = flow;
        this.graph = graph;
        this.end = end;
        this.certain = certain;
        this.start = graph.number(start);
        traversal = new Traversal(graph, this.start);
        loops = new Loops(graph, traversal);
        loopNesting = new LoopNesting(graph, loops, traversal.forwards());
        order = TopologicalOrder.of(graph, traversal, loops, loopNesting);
        walk = new BranchWalk(graph, loops, order);
        paths = new Paths(graph, loops, this.start);
        cycles = new Cycles(graph, traversal, loops, loopNesting, walk, paths, order);
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

    /** A shortest path from the first step to another, by names. */
    public List<String> pathTo(StepModel step) {
        return paths.to(graph.number(step));
    }

    /** The paths that go round and make no loop. */
    public List<Cycle> cycles() {
        return cycles.list();
    }

    /** The loops that no path leaves though they have a switch, so that a run in them could never end. */
    public List<EndlessLoop> endlessLoops() {
        return cycles.endless();
    }

    /**
     * The steps to which nothing leads; of several that only lead to each other, the first. None if that is not certain, because
     * a name in the flow is wrong, or the flow does not go on where it should.
     */
    public List<StepModel> unreachable() {
        if (!certain || !graph.complete() || hasWrongEnds()) {
            return List.of();
        }
        return Unreachable.of(graph, traversal).stream().map(graph::step).toList();
    }

    /** Whether an edge leads back, or is missing, that has to lead to a step to which nothing leads now. */
    private boolean hasWrongEnds() {
        return !cycles().isEmpty()
                || !deadEnds().isEmpty()
                || !endlessLoops().isEmpty()
                || nesting(NestingFinding.LoopLeavesBranch.class).findAny().isPresent();
    }

    /** The steps, other than the end, after which a run could not go on; a join that is one too many is not told again. */
    public List<StepModel> deadEnds() {
        Set<StepModel> told = new HashSet<>();
        nesting(NestingFinding.SeveralJoins.class)
                .forEach(finding -> told.addAll(finding.joins().keySet()));
        return order.stream()
                .map(graph::step)
                .filter(step -> step.transition() instanceof TransitionModel.End)
                .filter(step -> end.isPresent() && !step.equals(end.get()) && !told.contains(step))
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

    /** Whether a path leads from a step back to it. */
    public boolean isInLoop(StepModel step) {
        return loopNesting.innermost(graph.number(step)) >= 0;
    }

    /** The graph as data; only for a graph in which nothing is wrong. */
    public GraphModel model() {
        return new GraphSummary(graph, walk, loopNesting).model(order);
    }

    /** How data moves through the graph; only for a graph in which nothing is wrong. */
    public DataFlow dataFlow(FlowBodies bodies) {
        return new DataFlow(flow, model(), bodies, graph, paths, new DataPaths(graph, order, walk, start));
    }
}
