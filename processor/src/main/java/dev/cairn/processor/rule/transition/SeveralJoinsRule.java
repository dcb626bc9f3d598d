package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.SeveralJoins;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.TransitionModel.Target;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/** A split has one join. */
final class SeveralJoinsRule implements GraphRule {
    static final String ID = "several-joins";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.nesting(SeveralJoins.class).map(SeveralJoinsRule::problem).toList();
    }

    private static Problem problem(SeveralJoins finding) {
        String split = Text.quoted(finding.split().name());
        List<String> joins = new ArrayList<>();
        finding.joins()
                .forEach((join, branches) -> joins.add(
                        Text.quoted(branches.stream().map(Target::step).toList()) + " in " + Text.quoted(join.name())));
        return Problem.error(
                        ID,
                        finding.split().annotation(),
                        "the branches of step " + split + " end in different joins: " + String.join(", ", joins))
                .fix("lead all of them to one join; it may itself split again.");
    }
}
