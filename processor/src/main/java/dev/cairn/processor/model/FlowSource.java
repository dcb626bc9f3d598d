package dev.cairn.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A flow as the source has it, right or wrong. Lives no longer than the round. Immutable.
 *
 * @param flow the flow
 * @param shape what kind of class it is
 * @param steps the steps of {@code flow}, in the same order
 * @param fields the artifacts of {@code flow}, in the same order
 * @param conversion which elements can be passed to which parameters
 * @param neighbours the simple names of the top-level classes of its package that the sources declare
 * @param namesake a flow that was read before, and for which classes of the same names are generated
 */
public record FlowSource(
        FlowModel flow,
        ClassShape shape,
        List<StepSource> steps,
        List<FieldSource> fields,
        ItemConversion conversion,
        Set<String> neighbours,
        Optional<ClassRef> namesake) {
    /** Copies the lists. */
    public FlowSource {
        steps = List.copyOf(steps);
        fields = List.copyOf(fields);
        neighbours = Set.copyOf(neighbours);
    }

    /** The same flow beside another. */
    public FlowSource beside(Optional<ClassRef> other) {
        return new FlowSource(flow, shape, steps, fields, conversion, neighbours, other);
    }

    /** Tells by assignment conversion, as the compiler has it, whether an element of an artifact fits a parameter. */
    public interface ItemConversion {
        /** Whether it fits; a type that does not exist fits everywhere, since the compiler reports it. */
        boolean accepts(ArtifactModel artifact, StepParameter.Item parameter);
    }
}
