package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** Steps do not assign parameters: a parameter has one value for the whole run. */
final class ParameterAssignmentRule implements BodyRule {
    static final String ID = "parameter-assignment";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        return bodies.assignments().stream()
                .filter(assignment -> isParameter(source.flow(), assignment.field()))
                .map(assignment -> problem(source.flow(), assignment))
                .toList();
    }

    private static boolean isParameter(FlowModel flow, String field) {
        return flow.artifact(field)
                .filter(artifact -> artifact.kind() == Kind.PARAMETER)
                .isPresent();
    }

    private static Problem problem(FlowModel flow, FieldAccess assignment) {
        String headline =
                "parameter " + Text.quoted(assignment.field()) + " is assigned, but steps can only read parameters";
        Problem problem = assignment.certain()
                ? Problem.error(ID, assignment.position(), headline)
                : Problem.warning(ID, assignment.position(), headline);
        boolean secret = flow.artifact(assignment.field())
                .filter(ArtifactModel::isSecret)
                .isPresent();
        return problem.fix(
                secret
                        ? "keep the new value in a local variable or a transient field, which are not stored."
                        : "keep the new value in a separate field, and read that from then on.");
    }
}
