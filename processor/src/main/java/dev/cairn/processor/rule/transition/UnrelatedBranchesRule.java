package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.JoinsOutside;
import dev.cairn.processor.graph.NestingFinding.UnrelatedBranches;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.JoinParameter;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.stream.Stream;

/** A join gets the branches of one split and nothing else. */
final class UnrelatedBranchesRule implements GraphRule {
    static final String ID = "unrelated-branches";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return Stream.concat(
                        graph.nesting(UnrelatedBranches.class).map(UnrelatedBranchesRule::mixed),
                        graph.nesting(JoinsOutside.class).map(UnrelatedBranchesRule::outside))
                .toList();
    }

    private static Problem mixed(UnrelatedBranches finding) {
        String inner = Text.quoted(finding.inner().name());
        String outer = Text.quoted(finding.outer().name());
        String headline = "join " + Text.quoted(finding.join().name()) + " mixes the branches of " + outer
                + " with those of " + inner;
        return Problem.error(ID, JoinParameter.position(finding.join()), headline)
                .path(finding.outerPath())
                .and(finding.innerPath())
                .fix("join the branches of " + inner + " first, in a separate step.");
    }

    private static Problem outside(JoinsOutside finding) {
        String split = Text.quoted(finding.split().name());
        String headline = "join " + Text.quoted(finding.join().name()) + " gets the branches of " + split
                + ", but is also reached from outside that split";
        return Problem.error(ID, JoinParameter.position(finding.join()), headline)
                .path(finding.inside())
                .and(finding.outside())
                .fix("lead the path from outside to a step after the join.");
    }
}
