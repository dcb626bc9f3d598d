package dev.cairn.processor.rule;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** A value that is assigned to a field can be read before it is replaced. */
final class OverwrittenValueRule implements BodyRule {
    static final String ID = "overwritten-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        return bodies.steps().values().stream()
                .map(StepBody::overwritten)
                .flatMap(List::stream)
                .distinct()
                .map(assignment -> Problem.warning(
                                ID,
                                assignment.position(),
                                "the value assigned to " + Text.quoted(assignment.field())
                                        + " is overwritten before anything reads it")
                        .fix("remove this assignment, or keep the value in a field of its own."))
                .toList();
    }
}
