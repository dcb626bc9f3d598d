package dev.cairn.processor.write;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.StepModel;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which artifacts can exist after each step: those that it or a step before it may assign, or that take its failure. A join
 * may merge whatever arrives, so what it leaves out is not known here; its accessor then throws. Artifacts go by their
 * number.
 */
final class Availability {
    private final List<ArtifactModel> artifacts;
    private final Generation generation;
    private final Map<String, BitSet> after = new LinkedHashMap<>();

    private Availability(Generation generation) {
        this.generation = generation;
        this.artifacts = generation.flow().artifacts();
    }

    /** The artifacts of each step, in the order of the steps. */
    static Map<String, BitSet> of(Generation generation) {
        Availability availability = new Availability(generation);
        availability.compute();
        return availability.after;
    }

    private void compute() {
        List<StepModel> steps = generation.order().steps();
        steps.forEach(step -> after.put(step.name(), assigned(step)));
        Deque<StepModel> changed = new ArrayDeque<>(steps);
        while (!changed.isEmpty()) {
            StepModel step = changed.remove();
            BitSet passedOn = of(step.name());
            StepOrder.targets(step)
                    .filter(after::containsKey)
                    .filter(target -> add(passedOn, target))
                    .forEach(target -> changed.add(generation.order().step(target)));
        }
    }

    private boolean add(BitSet passedOn, String target) {
        BitSet there = of(target);
        int before = there.cardinality();
        there.or(passedOn);
        return there.cardinality() > before;
    }

    private BitSet of(String step) {
        return Objects.requireNonNull(after.get(step));
    }

    /** What exists from the start on, and what the step itself may assign. */
    private BitSet assigned(StepModel step) {
        BodyModel body = generation.bodies().getOrDefault(step.name(), BodyModel.unknown());
        String caught = step.decorators().caught().map(Given::value).orElse("");
        BitSet assigned = new BitSet(artifacts.size());
        for (int i = 0; i < artifacts.size(); i++) {
            ArtifactModel artifact = artifacts.get(i);
            assigned.set(
                    i,
                    body.everything()
                            || artifact.initialised()
                            || Generation.isFixed(artifact)
                            || artifact.name().equals(caught)
                            || body.mayAssign().contains(artifact.name())
                            || body.mustAssign().contains(artifact.name()));
        }
        return assigned;
    }
}
