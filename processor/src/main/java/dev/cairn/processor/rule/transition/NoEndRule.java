package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** A flow has a last step. */
final class NoEndRule implements SourceRule {
    static final String ID = "no-end";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.EDGES;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        FlowModel flow = source.flow();
        if (flow.steps().isEmpty()
                || !Endpoints.ends(flow).isEmpty()
                || source.shape().inheritsSteps()) {
            return List.of();
        }
        String headline = "flow " + Text.quoted(flow.flowClass().simpleName()) + " has no last step";
        return List.of(Problem.error(ID, flow.position(), headline).fix(fix(flow)));
    }

    private static String fix(FlowModel flow) {
        List<String> leaves = flow.steps().stream()
                .filter(step -> step.transition() instanceof TransitionModel.End)
                .map(StepModel::name)
                .toList();
        return leaves.size() == 1
                ? "name step " + Text.quoted(leaves) + " `end`, or write `@Step(end = true)` on it."
                : "name a step `end`, or write `@Step(end = true)` on one.";
    }
}
