package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges what {@link BranchWalk} saw.
 *
 * <p>That it finds nothing proves that splits and joins match, if every step reaches the end: each step then has one scope, and
 * that of the end is the outermost one; a branch leaves its scope in a join only, so every branch of a split comes to a join;
 * and each split has one join.
 */
final class Nesting {
    private final StepGraph graph;
    private final BranchWalk walk;
    private final Paths paths;
    private final List<NestingFinding> findings = new ArrayList<>();
    private final BitSet blamed = new BitSet();

    Nesting(StepGraph graph, Loops loops, BranchWalk walk, Paths paths, int end) {
        this.graph = graph;
        this.walk = walk;
        this.paths = paths;
        loops.mistakes().forEach(edge -> blamed.set(edge.from()));
        severalJoins();
        joinsOfNothing();
        walk.clashes().forEach(this::clash);
        if (end >= 0) {
            openAt(end);
        }
        emptyBranches();
        loops.loops().forEach(this::loop);
    }

    List<NestingFinding> findings() {
        return findings;
    }

    private void severalJoins() {
        walk.joins().forEach((split, joins) -> {
            if (joins.size() > 1) {
                Map<StepModel, List<Target>> branches = new LinkedHashMap<>();
                joins.forEach(join -> branches.put(graph.step(join), branchesInto(join)));
                findings.add(new NestingFinding.SeveralJoins(graph.step(split), branches));
                blamed.set(split);
            }
        });
    }

    private List<Target> branchesInto(int join) {
        TreeSet<Integer> branches = new TreeSet<>();
        int split =
                Objects.requireNonNull(walk.closed().get(join)).get(0).scope().split();
        walk.closed().get(join).forEach(arrival -> branches.add(arrival.scope().branch()));
        return branches.stream().map(branch -> target(split, branch)).toList();
    }

    private Target target(int split, int branch) {
        return graph.step(split).transition().targets().get(branch);
    }

    private void joinsOfNothing() {
        walk.closed().forEach((join, arrivals) -> {
            if (!arrivals.isEmpty()
                    && arrivals.stream().allMatch(arrival -> arrival.scope().isOutermost())) {
                findings.add(new NestingFinding.JoinsNothing(graph.step(join), paths.to(arrivals.get(0))));
            }
        });
    }

    private void clash(BranchWalk.Clash clash) {
        boolean deeper = clash.one().scope().depth() > clash.other().scope().depth();
        Arrival inner = deeper ? clash.one() : clash.other();
        Arrival outer = deeper ? clash.other() : clash.one();
        StepModel step = graph.step(clash.step());
        if (!step.joins()) {
            meet(clash, inner, outer);
        } else if (isJoinedInSteps(inner, outer)) {
            joinedInSteps(step, inner);
        } else if (outer.scope().isOutermost()) {
            int split = inner.scope().split();
            findings.add(
                    new NestingFinding.JoinsOutside(step, graph.step(split), pathFrom(split, inner), paths.to(outer)));
        } else {
            findings.add(new NestingFinding.UnrelatedBranches(
                    step,
                    graph.step(inner.scope().split()),
                    graph.step(outer.scope().split()),
                    pathFrom(inner.scope().split(), inner),
                    pathFrom(outer.scope().split(), outer)));
        }
    }

    /** Whether one branch comes to a join that gets, on the other path, what the first join made of some others. */
    private boolean isJoinedInSteps(Arrival inner, Arrival outer) {
        return walk.joins().containsKey(inner.scope().split()) && inner.scope().around() == outer.scope();
    }

    private void joinedInSteps(StepModel last, Arrival inner) {
        int split = inner.scope().split();
        if (!blamed.get(split)) {
            blamed.set(split);
            int first = Objects.requireNonNull(walk.joins().get(split)).first();
            if (Objects.requireNonNull(walk.closed().get(first)).stream()
                    .allMatch(arrival -> isEmptyBranch(arrival.edge()))) {
                return; // a branch with nothing in it is told
            }
            findings.add(new NestingFinding.JoinedInSteps(
                    graph.step(split), graph.step(first), branchesInto(first), last, pathFrom(split, inner)));
        }
    }

    private void meet(BranchWalk.Clash clash, Arrival inner, Arrival outer) {
        OpenBranches common = inner.scope().common(outer.scope());
        OpenBranches innerBranch = inner.scope().atDepth(common.depth() + 1);
        int split = innerBranch.split();
        OpenBranches outerBranch = outer.scope().atDepth(common.depth() + 1);
        StepModel step = graph.step(clash.step());
        boolean branchesMeet = outerBranch.depth() == innerBranch.depth() && outerBranch.split() == split;
        Optional<StepModel> join = branchesMeet ? joinAfter(clash.step(), split) : Optional.empty();
        if (join.isEmpty() && reportedOrPastJoin(split, innerBranch, inner) || blamed.get(split) && join.isPresent()) {
            return;
        }
        blamed.set(split);
        if (branchesMeet) {
            boolean inOrder = innerBranch.branch() < outerBranch.branch();
            findings.add(new NestingFinding.BranchesMeet(
                    step,
                    graph.step(split),
                    target(split, inOrder ? innerBranch.branch() : outerBranch.branch()),
                    target(split, inOrder ? outerBranch.branch() : innerBranch.branch()),
                    pathFrom(split, inOrder ? inner : outer),
                    pathFrom(split, inOrder ? outer : inner),
                    join));
        } else {
            findings.add(new NestingFinding.InsideAndOutside(
                    step, graph.step(split), pathFrom(split, inner), paths.to(outer)));
        }
    }

    /** The join of a split that has one, if a path leads there from a step. */
    private Optional<StepModel> joinAfter(int step, int split) {
        TreeSet<Integer> joins = walk.joins().get(split);
        return joins != null && paths.leads(step, joins.first())
                ? Optional.of(graph.step(joins.first()))
                : Optional.empty();
    }

    /** Whether the split is blamed already; if it has a join, blames the branch that goes past that. */
    private boolean reportedOrPastJoin(int split, OpenBranches branch, Arrival arrival) {
        if (blamed.get(split)) {
            return true;
        }
        blamed.set(split);
        TreeSet<Integer> joins = walk.joins().get(split);
        if (joins == null) {
            return false;
        }
        findings.add(new NestingFinding.PastJoin(
                graph.step(joins.first()),
                graph.step(split),
                target(split, branch.branch()),
                pathFrom(split, arrival)));
        return true;
    }

    private List<String> pathFrom(int split, Arrival arrival) {
        Edge edge = arrival.edge();
        return edge == null ? paths.to(arrival) : paths.over(split, edge);
    }

    private void openAt(int end) {
        OpenBranches scope = walk.scope(end);
        if (scope == null || scope.isOutermost()) {
            return;
        }
        Arrival arrival = new Arrival(lastEdge(end), scope);
        for (OpenBranches open = scope; !open.isOutermost(); open = open.around()) {
            if (!reportedOrPastJoin(open.split(), open, arrival)) {
                findings.add(new NestingFinding.OpenAtEnd(
                        graph.step(end), graph.step(open.split()), pathFrom(open.split(), arrival)));
            }
        }
    }

    private Edge lastEdge(int step) {
        return graph.incoming(step).stream()
                .filter(edge -> walk.scope(edge.from()) != null)
                .findFirst()
                .orElseThrow();
    }

    private boolean isEmptyBranch(@Nullable Edge edge) {
        return edge != null && graph.splits(edge.from());
    }

    private void emptyBranches() {
        walk.closed()
                .forEach((join, arrivals) -> arrivals.stream()
                        .map(Arrival::edge)
                        .filter(this::isEmptyBranch)
                        .forEach(edge -> findings.add(new NestingFinding.EmptyBranch(
                                graph.step(edge.from()), graph.step(join), edge.target()))));
    }

    private void loop(Edge edge) {
        OpenBranches from = walk.scope(edge.from());
        OpenBranches to = walk.scope(edge.to());
        boolean leaves = from != null && to != null && from != to;
        if (leaves || graph.step(edge.to()).joins()) {
            findings.add(
                    new NestingFinding.LoopLeavesBranch(graph.step(edge.from()), graph.step(edge.to()), edge.target()));
        }
    }
}
