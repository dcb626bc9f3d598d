package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.EndlessLoop;
import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/** A loop can be left. */
final class EndlessLoopRule implements GraphRule {
    static final String ID = "endless-loop";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.endlessLoops().stream().map(EndlessLoopRule::problem).toList();
    }

    private static Problem problem(EndlessLoop loop) {
        String first = loop.steps().get(0);
        List<String> path = new ArrayList<>(loop.steps());
        path.add(first);
        String headline = "the loop that starts at step " + Text.quoted(first) + " has no exit, so the flow cannot end";
        return Problem.error(ID, loop.chooses().annotation(), headline)
                .path(path)
                .fix("let a case of " + Text.quoted(loop.chooses().name()) + " name a step outside the loop.");
    }
}
