package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import dev.cairn.processor.model.GraphModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Flows drawn at random; each failure names the seed and shows the flow, the small ones come first. */
class RandomGraphTest {
    @Test
    void flowsThatAreBuiltSoundAreFoundSound() {
        for (int seed = 0; seed < 2_000; seed++) {
            Sketch sketch = SketchGenerator.sound(new Random(seed), 2 + seed / 25);
            assertThat(Mistakes.of(sketch.graph()))
                    .as("seed %s%n%s", seed, sketch)
                    .isEmpty();
        }
    }

    @Test
    void soundFlowsRunToTheirEnd() {
        for (int seed = 0; seed < 1_000; seed++) {
            Sketch sketch = SketchGenerator.sound(new Random(seed), 2 + seed / 40);
            String wrong = Simulation.run(sketch, new Random(seed));
            assertThat(wrong).as("seed %s%n%s", seed, sketch).isEmpty();
        }
    }

    @Test
    void changedFlowsAreSoundExactlyIfEveryPathThroughThemIs() {
        int sound = 0;
        int wrong = 0;
        for (int seed = 0; seed < 6_000; seed++) {
            Random random = new Random(seed);
            Sketch mutant = SketchMutator.mutate(SketchGenerator.sound(random, 2 + seed / 700), random);
            boolean expected = BruteForce.isSound(mutant);
            assertThat(Mistakes.of(mutant.graph()).isEmpty())
                    .as("seed %s%n%s%n%s", seed, mutant, Mistakes.of(mutant.graph()))
                    .isEqualTo(expected);
            sound += expected ? 1 : 0;
            wrong += expected ? 0 : 1;
        }
        assertThat(sound).as("mutants that are still sound").isGreaterThan(300);
        assertThat(wrong).as("mutants that are not").isGreaterThan(3_000);
    }

    @Test
    void changedFlowsThatAreFoundSoundRunToTheirEnd() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Sketch mutant = SketchMutator.mutate(SketchGenerator.sound(random, 2 + seed / 100), random);
            if (Mistakes.of(mutant.graph()).isEmpty()) {
                assertThat(Simulation.run(mutant, random))
                        .as("seed %s%n%s", seed, mutant)
                        .isEmpty();
            }
        }
    }

    @Test
    void theModelOfASoundFlowAgreesWithItsEdges() {
        for (int seed = 0; seed < 500; seed++) {
            agrees(seed, SketchGenerator.sound(new Random(seed), 2 + seed / 10));
        }
    }

    private static void agrees(int seed, Sketch sketch) {
        GraphModel model = sketch.graph().model();
        assertThat(model.order())
                .as("seed %s", seed)
                .hasSameSizeAs(sketch.nodes)
                .startsWith("start")
                .endsWith("end");
        assertThat(model.joinOf().keySet())
                .as("seed %s%n%s", seed, sketch)
                .containsExactlyInAnyOrderElementsOf(sketch.nodes.stream()
                        .filter(node -> node.kind == Kind.SPLIT || node.kind == Kind.FOREACH)
                        .map(node -> node.name)
                        .toList());
        model.joinOf().forEach((split, join) -> assertThat(model.splitOf()).containsEntry(join, split));
        model.arrivals()
                .forEach((join, branches) -> assertThat(branches.stream().flatMap(steps -> steps.stream()))
                        .as("seed %s, %s%n%s", seed, join, sketch)
                        .containsExactlyInAnyOrderElementsOf(sketch.nodes.stream()
                                .filter(node -> node.targets.contains(join))
                                .map(node -> node.name)
                                .toList()));
    }

    @Test
    void theLoopsOfASoundFlowAreThoseOnWhichAPathLeadsBack() {
        int nested = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Sketch sketch = SketchGenerator.sound(new Random(seed), 2 + seed / 20);
            GraphModel model = sketch.graph().model();
            Map<String, Set<String>> loops = new HashMap<>();
            model.order().forEach(first -> loops.put(first, loop(sketch, model.order(), first)));
            for (Node node : sketch.nodes) {
                List<String> expected = model.order().stream()
                        .filter(first -> loops.get(first).contains(node.name))
                        .toList();
                assertThat(model.loops(node.name))
                        .as("seed %s, %s%n%s", seed, node.name, sketch)
                        .isEqualTo(expected);
                nested += expected.size() > 1 ? 1 : 0;
            }
        }
        assertThat(nested).as("steps in nested loops").isGreaterThan(300);
    }

    /** The steps from which a path goes to a step that leads back to {@code first}, and does not go through that. */
    private static Set<String> loop(Sketch sketch, List<String> order, String first) {
        Set<String> loop = new HashSet<>();
        for (Node node : sketch.nodes) {
            boolean later = order.indexOf(first) <= order.indexOf(node.name);
            if (node.targets.contains(first) && later) {
                loop.add(first);
                addPathsTo(node.name, sketch, loop);
            }
        }
        return loop;
    }

    private static void addPathsTo(String step, Sketch sketch, Set<String> loop) {
        if (loop.add(step)) {
            sketch.nodes.stream()
                    .filter(node -> node.targets.contains(step))
                    .forEach(node -> addPathsTo(node.name, sketch, loop));
        }
    }
}
