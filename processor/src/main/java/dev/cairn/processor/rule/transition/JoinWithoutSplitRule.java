package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.JoinsNothing;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.JoinParameter;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** A join closes a split. */
final class JoinWithoutSplitRule implements GraphRule {
    static final String ID = "join-without-split";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.nesting(JoinsNothing.class)
                .map(JoinWithoutSplitRule::problem)
                .toList();
    }

    private static Problem problem(JoinsNothing finding) {
        String join = Text.quoted(finding.join().name());
        return Problem.error(
                        ID,
                        JoinParameter.position(finding.join()),
                        "step " + join + " is a join, but it is not inside a split")
                .path(finding.path())
                .fix("remove the parameter, or add a split before it: several steps in `next`, or a `foreach`.");
    }
}
