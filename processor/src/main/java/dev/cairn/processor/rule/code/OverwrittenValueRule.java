package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that is assigned to a field can be read before it is replaced. It always can if the failure of the step is
 * caught: the step may end before it replaces the value.
 */
final class OverwrittenValueRule implements BodyRule {
    static final String ID = "overwritten-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        List<StepModel> steps = source.flow().steps();
        Set<Position> kept = overwritten(steps.stream().filter(OverwrittenValueRule::catches), bodies)
                .map(FieldAccess::position)
                .collect(Collectors.toSet());
        return overwritten(steps.stream(), bodies)
                .filter(assignment -> !kept.contains(assignment.position()))
                .distinct()
                .map(assignment -> Problem.warning(
                                ID,
                                assignment.position(),
                                "the value assigned to " + Text.quoted(assignment.field())
                                        + " is overwritten before anything reads it")
                        .fix("remove this assignment, or keep the value in a separate field."))
                .toList();
    }

    private static Stream<FieldAccess> overwritten(Stream<StepModel> steps, FlowBodies bodies) {
        return steps.flatMap(step -> bodies.step(step.name()).overwritten().stream());
    }

    private static boolean catches(StepModel step) {
        return step.decorators().caught().isPresent();
    }
}
