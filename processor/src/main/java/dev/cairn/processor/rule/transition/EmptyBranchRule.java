package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.EmptyBranch;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** There is a step between a split and its join. */
final class EmptyBranchRule implements GraphRule {
    static final String ID = "empty-branch";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.nesting(EmptyBranch.class).map(EmptyBranchRule::problem).toList();
    }

    private static Problem problem(EmptyBranch finding) {
        String split = Text.quoted(finding.split().name());
        String join = Text.quoted(finding.join().name());
        boolean foreach = finding.split().transition() instanceof TransitionModel.Foreach;
        String headline = (foreach ? "the foreach of step " : "a branch of step ") + split
                + " leads straight to its join " + join;
        return Problem.error(ID, finding.target().position(), headline)
                .fix("put a step between them" + (foreach ? ", to run for each element." : ", or remove the branch."));
    }
}
