package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Draws flows that are sound by the path they are built: from splits with their joins, switches that rejoin, and loops. */
final class SketchGenerator {
    private final Random random;
    private final Sketch sketch = new Sketch();
    private int names;

    private SketchGenerator(Random random) {
        this.random = random;
    }

    /** A sound flow of about {@code size} steps, or more; in random order, but for the start. */
    static Sketch sound(Random random, int size) {
        SketchGenerator generator = new SketchGenerator(random);
        Node start = generator.sketch.add("start", Kind.LINEAR, false);
        List<Consumer<String>> exits = generator.shape(start, size);
        generator.sketch.add("end", Kind.END, false);
        exits.forEach(exit -> exit.accept("end"));
        generator.endInTheLastJoin();
        Collections.shuffle(generator.sketch.nodes, random);
        return generator.sketch;
    }

    private Node fresh(boolean joins) {
        return sketch.add("s" + names++, Kind.LINEAR, joins);
    }

    /** Lets a flow begin in {@code first}; gives what has to be told where it goes on. */
    private List<Consumer<String>> shape(Node first, int size) {
        if (size > 2 && !first.joins && random.nextInt(4) == 0) {
            return random.nextBoolean() ? loop(first, size) : loopThatChecksFirst(first, size);
        }
        return switch (size < 2 ? 0 : random.nextInt(5)) {
            case 0 -> new ArrayList<>(List.of(first.targets::add));
            case 1 -> sequence(first, size);
            case 2 -> split(first, size);
            case 3 -> foreach(first, size);
            default -> alternatives(first, size);
        };
    }

    private List<Consumer<String>> sequence(Node first, int size) {
        Node second = fresh(false);
        first.targets.add(second.name);
        return shape(second, size - 1);
    }

    private List<Consumer<String>> split(Node first, int size) {
        first.kind = Kind.SPLIT;
        int branches = 2 + random.nextInt(2);
        List<Consumer<String>> exits = new ArrayList<>();
        for (int branch = 0; branch < branches; branch++) {
            Node step = fresh(false);
            first.targets.add(step.name);
            exits.addAll(shape(step, size / (branches + 1)));
        }
        return join(exits, size / (branches + 1));
    }

    private List<Consumer<String>> foreach(Node first, int size) {
        first.kind = Kind.FOREACH;
        Node step = fresh(false);
        first.targets.add(step.name);
        return join(shape(step, size / 2), size / 2);
    }

    private List<Consumer<String>> join(List<Consumer<String>> exits, int size) {
        Node join = fresh(true);
        exits.forEach(exit -> exit.accept(join.name));
        return shape(join, size);
    }

    private List<Consumer<String>> alternatives(Node first, int size) {
        first.kind = Kind.SWITCH;
        int paths = 1 + random.nextInt(2);
        List<Consumer<String>> exits = new ArrayList<>();
        for (int path = 0; path < paths; path++) {
            Node step = fresh(false);
            first.targets.add(step.name);
            exits.addAll(shape(step, size / (paths + 1)));
        }
        if (random.nextBoolean()) {
            exits.add(first.targets::add);
        }
        return exits;
    }

    /** What comes to the decision at the end may also go round early, from all but one place. */
    private List<Consumer<String>> loop(Node first, int size) {
        List<Consumer<String>> exits = shape(first, size - 1);
        Node decision = fresh(false);
        decision.kind = Kind.SWITCH;
        exits.get(0).accept(decision.name);
        exits.stream().skip(1).forEach(exit -> exit.accept(random.nextInt(3) == 0 ? first.name : decision.name));
        decision.targets.add(random.nextInt(4) == 0 ? decision.name : first.name);
        return new ArrayList<>(List.of(decision.targets::add));
    }

    /** The first step leaves the loop or goes on; what follows leads back, or comes to a step that can only lead back. */
    private List<Consumer<String>> loopThatChecksFirst(Node first, int size) {
        first.kind = Kind.SWITCH;
        Node body = fresh(false);
        first.targets.add(body.name);
        List<Consumer<String>> exits = shape(body, size - 2);
        int kind = random.nextInt(3);
        String back = first.name;
        if (kind > 0) {
            Node last = fresh(false);
            last.kind = kind == 1 ? Kind.SWITCH : Kind.LINEAR;
            last.targets.add(first.name);
            back = last.name;
        }
        String next = back;
        exits.forEach(exit -> exit.accept(next));
        return new ArrayList<>(List.of(first.targets::add));
    }

    /** A join that only leads to the end may be the end itself. */
    private void endInTheLastJoin() {
        List<Node> before = sketch.nodes.stream()
                .filter(node -> node.targets.contains("end"))
                .toList();
        Node last = before.get(0);
        if (before.size() == 1 && last.joins && last.kind == Kind.LINEAR && random.nextBoolean()) {
            sketch.nodes.forEach(node -> node.targets.replaceAll(target -> target.equals(last.name) ? "end" : target));
            sketch.nodes.remove(last);
            sketch.node("end").joins = true;
        }
    }
}
