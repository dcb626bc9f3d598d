package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** Changes a flow in one place, most often for the worse, but so that it could still be written down. */
final class SketchMutator {
    private SketchMutator() {}

    static Sketch mutate(Sketch sound, Random random) {
        while (true) {
            Sketch mutant = sound.copy();
            change(mutant, mutant.nodes.get(random.nextInt(mutant.nodes.size())), random);
            if (mutant.nodes.stream().allMatch(SketchMutator::canBeWritten)) {
                return mutant;
            }
        }
    }

    private static void change(Sketch sketch, Node node, Random random) {
        List<Node> nodes = sketch.nodes;
        String other = nodes.get(random.nextInt(nodes.size())).name;
        switch (random.nextInt(5)) {
            case 0 -> node.joins = !node.joins;
            case 1 -> node.targets.add(other);
            case 2 -> {
                if (!node.targets.isEmpty()) {
                    node.targets.set(random.nextInt(node.targets.size()), other);
                }
            }
            case 3 -> {
                if (!node.targets.isEmpty()) {
                    node.targets.remove(random.nextInt(node.targets.size()));
                }
            }
            default -> node.kind = Kind.values()[random.nextInt(Kind.values().length)];
        }
    }

    private static boolean canBeWritten(Node node) {
        int targets = node.targets.size();
        return switch (node.kind) {
            case END -> targets == 0;
            case LINEAR, FOREACH -> targets == 1;
            case SPLIT -> targets > 1 && new HashSet<>(node.targets).size() == targets;
            case SWITCH -> targets > 0;
        };
    }
}
