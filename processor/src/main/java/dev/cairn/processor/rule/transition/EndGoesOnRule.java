package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** Nothing follows the last step. */
final class EndGoesOnRule implements SourceRule {
    static final String ID = "end-goes-on";

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
        return Endpoints.endThatGoesOn(source.flow()).map(EndGoesOnRule::problem).stream()
                .toList();
    }

    private static Problem problem(StepModel end) {
        String headline = "step " + Text.quoted(end.name()) + " is the last step, but names a next step";
        return Problem.error(ID, end.annotation(), headline)
                .fix(
                        "write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.");
    }
}
