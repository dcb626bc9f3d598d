package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.LoopLeavesBranch;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** A loop stays in its branch. */
final class LoopLeavesBranchRule implements GraphRule {
    static final String ID = "loop-leaves-branch";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.nesting(LoopLeavesBranch.class)
                .map(LoopLeavesBranchRule::problem)
                .toList();
    }

    private static Problem problem(LoopLeavesBranch finding) {
        String to = Text.quoted(finding.to().name());
        String headline = "step " + Text.quoted(finding.from().name()) + " leads back to " + to
                + (finding.to().joins() ? ", which is a join" : ", out of the branch that it runs in");
        return Problem.error(ID, finding.target().position(), headline)
                .fix(
                        finding.to().joins()
                                ? "lead back to a step after " + to + ", or to the split that it closes."
                                : "join the branch first, and let the join choose whether to lead back.");
    }
}
