package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.graph.NestingFinding.PastJoin;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** A join closes all branches of its split. */
final class PartialJoinRule implements GraphRule {
    static final String ID = "partial-join";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowGraph graph) {
        return graph.nesting(PastJoin.class).map(PartialJoinRule::problem).toList();
    }

    private static Problem problem(PastJoin finding) {
        String branch = Text.quoted(finding.branch().step());
        String join = Text.quoted(finding.join().name());
        String split = Text.quoted(finding.split().name());
        return Problem.error(
                        ID,
                        Inputs.position(finding.join()),
                        "branch " + branch + " of " + split + " goes past join " + join + ", which closes that split")
                .path(finding.path())
                .fix("lead every way of " + branch + " to " + join + ".");
    }
}
