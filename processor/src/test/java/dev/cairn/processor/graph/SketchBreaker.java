package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes a flow in one place, as a slip of the pen or a half-done change would, also to what no graph can show. */
final class SketchBreaker {
    private final Sketch sketch;
    private final Random random;

    private SketchBreaker(Sketch sketch, Random random) {
        this.sketch = sketch;
        this.random = random;
    }

    /** A changed copy. */
    static Sketch broken(Sketch sound, Random random) {
        SketchBreaker breaker = new SketchBreaker(sound.copy(), random);
        breaker.change(breaker.any());
        breaker.sketch.nodes.forEach(SketchBreaker::nameKind);
        return breaker.sketch;
    }

    private Node any() {
        return sketch.nodes.get(random.nextInt(sketch.nodes.size()));
    }

    private void change(Node node) {
        switch (random.nextInt(21)) {
            case 0 -> node.joins = !node.joins;
            case 1 -> dropAndBridge(node);
            case 2 -> sketch.nodes.remove(node);
            case 3 -> cut(node);
            case 4, 5 -> node.targets.add(any().name);
            case 6, 7 -> retarget(node, any().name);
            case 8 -> retarget(node, node.name + "x");
            case 9 -> swapNames(node, any());
            case 10 -> swapTargets(node, any());
            case 11 -> node.kind = Kind.values()[random.nextInt(Kind.values().length)];
            case 12 -> sketch.nodes.add(renamed(node, node.name));
            case 13 -> node.targets.addAll(node.targets);
            case 14 -> mark(node);
            case 15 -> rename(random.nextBoolean() ? "start" : "end", "renamed");
            case 16 -> rename(node.name, any().name + "Iterations");
            case 17 -> node.index = true;
            case 18 -> leadBack(node);
            case 19 ->
                sketch.nodes.stream().filter(other -> other.joins).findAny().ifPresent(this::divideJoin);
            default -> goTo(node);
        }
    }

    /** Without the step; what led to it leads to what followed. */
    private void dropAndBridge(Node node) {
        sketch.nodes.remove(node);
        if (!node.targets.isEmpty()) {
            sketch.nodes.forEach(other ->
                    other.targets.replaceAll(target -> target.equals(node.name) ? node.targets.get(0) : target));
        }
    }

    private void cut(Node node) {
        if (!node.targets.isEmpty()) {
            node.targets.remove(random.nextInt(node.targets.size()));
        }
    }

    private void retarget(Node node, String target) {
        if (!node.targets.isEmpty()) {
            node.targets.set(random.nextInt(node.targets.size()), target);
        }
    }

    private void swapNames(Node one, Node other) {
        UnaryOperator<String> swap =
                name -> name.equals(one.name) ? other.name : name.equals(other.name) ? one.name : name;
        sketch.nodes.replaceAll(node -> renamed(node, swap.apply(node.name)));
    }

    private static void swapTargets(Node one, Node other) {
        List<String> targets = List.copyOf(one.targets);
        one.targets.clear();
        one.targets.addAll(other.targets);
        other.targets.clear();
        other.targets.addAll(targets);
    }

    private void mark(Node node) {
        if (random.nextBoolean()) {
            node.start = true;
        } else {
            node.end = true;
        }
    }

    /** Gives a step another name wherever it stands; a first or last step says that it is one, or forgets to. */
    private void rename(String from, String to) {
        sketch.nodes.replaceAll(node -> node.name.equals(from) ? renamed(node, to) : node);
        sketch.nodes.forEach(node -> {
            Collections.replaceAll(node.targets, from, to);
            node.start |= node.name.equals(to) && from.equals("start") && random.nextBoolean();
            node.end |= node.name.equals(to) && from.equals("end") && random.nextBoolean();
        });
    }

    /** Lets a switch, or the step made one, lead to any step, most often one that comes before it; or a step only there. */
    private void leadBack(Node node) {
        node.kind = Kind.SWITCH;
        if (random.nextInt(3) == 0) {
            node.kind = Kind.LINEAR;
            node.targets.clear();
        }
        node.targets.add(any().name);
    }

    /** Makes two joins of one, each for some of the branches. */
    private void divideJoin(Node join) {
        Node other = renamed(join, join.name + "b");
        sketch.nodes.add(other);
        sketch.nodes.stream()
                .filter(node -> node.targets.contains(join.name) && random.nextBoolean())
                .forEach(node -> Collections.replaceAll(node.targets, join.name, other.name));
    }

    /** Lets a switch go on nowhere but to where it goes first. */
    private void goTo(Node node) {
        node.kind = node.targets.isEmpty() ? node.kind : Kind.SWITCH;
        node.targets
                .subList(Math.min(1, node.targets.size()), node.targets.size())
                .clear();
    }

    private static Node renamed(Node node, String name) {
        Node renamed = new Node(name, node.kind, node.joins);
        renamed.start = node.start;
        renamed.end = node.end;
        renamed.index = node.index;
        renamed.targets.addAll(node.targets);
        return renamed;
    }

    /** A step that neither switches nor fans out is what its annotation says. */
    private static void nameKind(Node node) {
        if (node.kind != Kind.SWITCH && node.kind != Kind.FOREACH) {
            int targets = node.targets.size();
            node.kind = targets == 0 ? Kind.END : targets == 1 ? Kind.LINEAR : Kind.SPLIT;
        }
    }
}
