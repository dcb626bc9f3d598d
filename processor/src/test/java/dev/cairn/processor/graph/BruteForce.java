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

/**
 * Judges small flows by walking every way through them, one by one: the definition of soundness as directly as it can be put, and
 * in exponential time.
 */
final class BruteForce {
    private final Sketch sketch;
    private final Map<String, Set<List<String>>> waysTo = new HashMap<>();
    private final Map<String, Set<List<String>>> stacks = new HashMap<>();
    private final Map<String, Set<String>> closedBy = new HashMap<>();
    private final Set<List<String>> backEdges = new HashSet<>();
    private boolean sound = true;

    private BruteForce(Sketch sketch) {
        this.sketch = sketch;
    }

    /** Whether a flow is sound. */
    static boolean isSound(Sketch sketch) {
        return new BruteForce(sketch).judge();
    }

    private boolean judge() {
        simpleWays("start", new ArrayList<>());
        require(waysTo.keySet().size() == sketch.nodes.size());
        waysTo.keySet().forEach(step -> require(reachesEnd(step, new HashSet<>())));
        for (Node node : sketch.nodes) {
            require(node.kind != Kind.END || node.name.equals("end"));
            require(!node.name.equals("end") || node.kind == Kind.END);
        }
        if (sound) {
            findLoops();
            require(!hasCycle("start", new ArrayList<>(), new HashSet<>()));
        }
        if (sound) {
            carry("start", List.of());
            judgeStacks();
        }
        return sound;
    }

    private void require(boolean holds) {
        sound &= holds;
    }

    /** All ways from the start on which no step comes twice. */
    private void simpleWays(String step, List<String> way) {
        if (way.contains(step)) {
            return;
        }
        List<String> longer = new ArrayList<>(way);
        longer.add(step);
        waysTo.computeIfAbsent(step, key -> new HashSet<>()).add(longer);
        sketch.node(step).targets.forEach(target -> simpleWays(target, longer));
    }

    private boolean reachesEnd(String step, Set<String> seen) {
        return step.equals("end")
                || seen.add(step) && sketch.node(step).targets.stream().anyMatch(target -> reachesEnd(target, seen));
    }

    /** An edge is a loop if a switch leads back by it to a step that is on every way to that switch. */
    private void findLoops() {
        for (Node node : sketch.nodes) {
            for (String target : node.targets) {
                boolean onEveryWay = waysTo.get(node.name).stream().allMatch(way -> way.contains(target));
                if (node.kind == Kind.SWITCH && onEveryWay) {
                    backEdges.add(List.of(node.name, target));
                }
            }
        }
    }

    private List<String> onwards(String step) {
        return sketch.node(step).targets.stream()
                .filter(target -> !backEdges.contains(List.of(step, target)))
                .toList();
    }

    private boolean hasCycle(String step, List<String> way, Set<String> finished) {
        if (way.contains(step)) {
            return true;
        } else if (finished.contains(step)) {
            return false;
        }
        List<String> longer = new ArrayList<>(way);
        longer.add(step);
        boolean cycle = onwards(step).stream().anyMatch(target -> hasCycle(target, longer, finished));
        finished.add(step);
        return cycle;
    }

    /** Carries the open branches, as {@code split/branch}, along every way. */
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

    private void judgeStacks() {
        stacks.values().forEach(found -> require(found.size() == 1));
        closedBy.values().forEach(found -> require(found.size() == 1));
        require(stacks.getOrDefault("end", Set.of()).equals(Set.of(List.of())));
        for (List<String> edge : backEdges) {
            require(!sketch.node(edge.get(1)).joins
                    && Objects.equals(stacks.get(edge.get(0)), stacks.get(edge.get(1))));
        }
    }
}
