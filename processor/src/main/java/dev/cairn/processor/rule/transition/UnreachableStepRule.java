package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** Every step can be reached from the start. */
final class UnreachableStepRule implements GraphRule {
    static final String ID = "unreachable-step";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.unreachable().stream().map(UnreachableStepRule::problem).toList();
    }

    private static Problem problem(StepModel step) {
        return Problem.error(
                        ID, step.position(), "step " + Text.quoted(step.name()) + " cannot be reached from the start")
                .fix("name it in `next` of another step, or remove it.");
    }
}
