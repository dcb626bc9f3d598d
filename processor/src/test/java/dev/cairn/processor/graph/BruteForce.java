package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges small flows by walking every path through them, one by one: the definition of soundness as directly as it can be put, and
 * in exponential time.
 */
final class BruteForce {
    private final Sketch sketch;
    private final Map<String, Set<List<String>>> pathsTo = new HashMap<>();
    private final Map<String, Set<List<String>>> stacks = new HashMap<>();
    private final Map<String, Set<String>> closedBy = new HashMap<>();
    private final Set<List<String>> backEdges = new HashSet<>();
    private final List<String> starts;
    private final List<String> ends;
    private boolean sound = true;

    private BruteForce(Sketch sketch) {
        this.sketch = sketch;
        starts = names(node -> node.start || node.name.equals("start"));
        ends = names(node -> node.end || node.name.equals("end"));
    }

    private List<String> names(Predicate<Node> chosen) {
        return sketch.nodes.stream().filter(chosen).map(node -> node.name).toList();
    }

    /** Whether a flow is sound. */
    static boolean isSound(Sketch sketch) {
        return new BruteForce(sketch).judge();
    }

    private boolean judge() {
        require(starts.size() == 1 && ends.size() == 1);
        require(new HashSet<>(names(node -> true)).size() == sketch.nodes.size());
        sketch.nodes.forEach(this::judgeTargets);
        if (sound) {
            simplePaths(starts.get(0), new ArrayList<>());
            require(pathsTo.keySet().size() == sketch.nodes.size());
            pathsTo.keySet().forEach(step -> require(reachesEnd(step, new HashSet<>())));
            sketch.nodes.forEach(node -> require(!isInLoop(node) || !isStep(node.name + "Iterations")));
        }
        if (sound) {
            findLoops();
            require(!hasCycle(starts.get(0), new ArrayList<>(), new HashSet<>()));
        }
        if (sound) {
            backEdges.forEach(edge -> judgeRounds(edge.get(1), edge.get(1), edge.get(0), false));
        }
        if (sound) {
            carry(starts.get(0), List.of());
            judgeStacks();
        }
        return sound;
    }

    private void judgeTargets(Node node) {
        int targets = node.targets.size();
        require(node.targets.stream().allMatch(this::isStep));
        require(targets == 0 ? ends.contains(node.name) : !ends.contains(node.name));
        require(node.kind == Kind.END == (targets == 0));
        require(node.kind != Kind.FOREACH || targets == 1);
        require(node.kind != Kind.SPLIT || new HashSet<>(node.targets).size() == targets);
    }

    private boolean isStep(String name) {
        return sketch.nodes.stream().anyMatch(node -> node.name.equals(name));
    }

    private boolean isInLoop(Node node) {
        Set<String> reached = new HashSet<>();
        node.targets.forEach(target -> addReached(target, reached));
        return reached.contains(node.name);
    }

    private void addReached(String step, Set<String> reached) {
        if (reached.add(step)) {
            sketch.node(step).targets.forEach(target -> addReached(target, reached));
        }
    }

    private void require(boolean holds) {
        sound &= holds;
    }

    /** All paths from the start on which no step comes twice. */
    private void simplePaths(String step, List<String> path) {
        if (path.contains(step)) {
            return;
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        pathsTo.computeIfAbsent(step, key -> new HashSet<>()).add(longer);
        sketch.node(step).targets.forEach(target -> simplePaths(target, longer));
    }

    private boolean reachesEnd(String step, Set<String> seen) {
        return step.equals(ends.get(0))
                || seen.add(step) && sketch.node(step).targets.stream().anyMatch(target -> reachesEnd(target, seen));
    }

    /** An edge is a loop if it leads back to a step that is on every path to its source, unless it opens a branch. */
    private void findLoops() {
        for (Node node : sketch.nodes) {
            for (String target : node.targets) {
                boolean onEveryPath = pathsTo.get(node.name).stream().allMatch(path -> path.contains(target));
                boolean opens = node.kind == Kind.SPLIT || node.kind == Kind.FOREACH;
                if (!opens && onEveryPath) {
                    backEdges.add(List.of(node.name, target));
                }
            }
        }
    }

    /** Every round of a loop, from its first step to one that leads back, passes a switch that can still leave the loop. */
    private void judgeRounds(String first, String step, String last, boolean passed) {
        boolean now = passed
                || sketch.node(step).kind == Kind.SWITCH && reachesEnd(step, new HashSet<>(Set.of(first)), first);
        if (step.equals(last)) {
            require(now);
        }
        onwards(step).forEach(target -> judgeRounds(first, target, last, now));
    }

    /** Whether a path leads to the end that does not come to the first step of the loop again. */
    private boolean reachesEnd(String step, Set<String> seen, String first) {
        return sketch.node(step).targets.stream()
                .anyMatch(target -> target.equals(ends.get(0))
                        || !target.equals(first) && seen.add(target) && reachesEnd(target, seen, first));
    }

    private List<String> onwards(String step) {
        return sketch.node(step).targets.stream()
                .filter(target -> !backEdges.contains(List.of(step, target)))
                .toList();
    }

    private boolean hasCycle(String step, List<String> path, Set<String> finished) {
        if (path.contains(step)) {
            return true;
        } else if (finished.contains(step)) {
            return false;
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        boolean cycle = onwards(step).stream().anyMatch(target -> hasCycle(target, longer, finished));
        finished.add(step);
        return cycle;
    }

    /** Carries the open branches, as {@code split/branch}, along every path. */
    private void carry(String step, List<String> open) {
        Node node = sketch.node(step);
        List<String> stack = new ArrayList<>(open);
        if (node.joins) {
            if (stack.isEmpty()) {
                sound = false;
                return;
            }
            String branch = stack.remove(stack.size() - 1);
            closedBy.computeIfAbsent(branch.split("/")[0], key -> new HashSet<>())
                    .add(step);
            closedBy.computeIfAbsent("join " + step, key -> new HashSet<>()).add(branch.split("/")[0]);
        }
        require(!node.index || stack.stream().anyMatch(branch -> opens(branch, Kind.FOREACH)));
        stacks.computeIfAbsent(step, key -> new HashSet<>()).add(stack);
        for (String target : onwards(step)) {
            List<String> next = new ArrayList<>(stack);
            if (node.kind == Kind.SPLIT || node.kind == Kind.FOREACH) {
                next.add(step + "/" + target);
                require(!sketch.node(target).joins);
            }
            carry(target, next);
        }
    }

    private boolean opens(String branch, Kind kind) {
        return sketch.node(branch.split("/")[0]).kind == kind;
    }

    private void judgeStacks() {
        stacks.values().forEach(found -> require(found.size() == 1));
        closedBy.values().forEach(found -> require(found.size() == 1));
        require(stacks.getOrDefault(ends.get(0), Set.of()).equals(Set.of(List.of())));
        for (List<String> edge : backEdges) {
            require(!sketch.node(edge.get(1)).joins
                    && Objects.equals(stacks.get(edge.get(0)), stacks.get(edge.get(1))));
        }
    }
}
