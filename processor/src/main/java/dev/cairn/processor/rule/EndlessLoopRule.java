package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** A loop has a way out. */
final class EndlessLoopRule implements GraphRule {
    static final String ID = "endless-loop";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowGraph graph) {
        return graph.endlessLoops().stream().map(EndlessLoopRule::problem).toList();
    }

    private static Problem problem(StepModel step) {
        String headline = "every case of step " + Text.quoted(step.name()) + " leads back, so the flow cannot end";
        return Problem.error(ID, step.annotation(), headline).fix("let one case go on towards the end.");
    }
}
