package dev.cairn.processor.rule;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** What a flow asks for can be generated. */
final class UnsupportedRule implements Rule {
    static final String ID = "unsupported";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        return source.flow().steps().stream()
                .filter(step -> step.transition() instanceof TransitionModel.Switch)
                .map(UnsupportedRule::problem)
                .toList();
    }

    private static Problem problem(StepModel step) {
        return Problem.error(
                        ID,
                        step.annotation(),
                        "step " + Text.quoted(step.name()) + " is a switch, which this version cannot run")
                .fix("go on with `next`, and decide in the steps that follow.");
    }
}
