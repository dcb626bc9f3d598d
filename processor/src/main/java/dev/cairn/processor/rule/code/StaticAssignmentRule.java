package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps do not pass values on in static fields: those are lost when a run is resumed, or when tasks run in separate
 * processes.
 */
final class StaticAssignmentRule implements BodyRule {
    static final String ID = "static-assignment";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        Map<String, FieldAccess> first = new LinkedHashMap<>();
        bodies.staticAssignments().stream()
                .filter(FieldAccess::certain)
                .forEach(assignment -> first.putIfAbsent(assignment.field(), assignment));
        return first.values().stream().map(StaticAssignmentRule::problem).toList();
    }

    private static Problem problem(FieldAccess assignment) {
        return Problem.warning(
                        ID,
                        assignment.position(),
                        "static field " + Text.quoted(assignment.field())
                                + " is assigned by a step: its value is lost when a run is resumed, or when tasks run in"
                                + " separate processes")
                .fix("remove `static`: then it is an artifact.");
    }
}
