package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** Every step but the last names a next step. */
final class DeadEndRule implements GraphRule {
    static final String ID = "dead-end";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.deadEnds().stream().map(step -> problem(step, graph)).toList();
    }

    private static Problem problem(StepModel step, ExaminedGraph graph) {
        String headline = "step " + Text.quoted(step.name()) + " names no next step, but is not the last step";
        return Problem.error(ID, step.annotation(), headline)
                .path(graph.pathTo(step))
                .fix("add `next = \"...\"`.");
    }
}
