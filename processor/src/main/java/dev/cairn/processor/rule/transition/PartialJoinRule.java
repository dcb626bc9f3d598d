package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.JoinedInSteps;
import dev.cairn.processor.graph.NestingFinding.PastJoin;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.TransitionModel.Target;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.JoinParameter;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.stream.Stream;

/** A join closes all branches of its split. */
final class PartialJoinRule implements GraphRule {
    static final String ID = "partial-join";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return Stream.concat(
                        graph.nesting(PastJoin.class).map(PartialJoinRule::problem),
                        graph.nesting(JoinedInSteps.class).map(PartialJoinRule::inSteps))
                .toList();
    }

    private static Problem problem(PastJoin finding) {
        String branch = Text.quoted(finding.branch().step());
        String join = Text.quoted(finding.join().name());
        String split = Text.quoted(finding.split().name());
        return Problem.error(
                        ID,
                        JoinParameter.position(finding.join()),
                        "branch " + branch + " of " + split + " bypasses join " + join + ", which closes that split")
                .path(finding.path())
                .fix("lead every path of branch " + branch + " to " + join + ".");
    }

    private static Problem inSteps(JoinedInSteps finding) {
        String first = Text.quoted(finding.first().name());
        String last = Text.quoted(finding.last().name());
        String split = Text.quoted(finding.split().name());
        String closed = Text.quoted(finding.closed().stream().map(Target::step).toList());
        boolean one = finding.closed().size() == 1;
        return Problem.error(
                        ID,
                        JoinParameter.position(finding.first()),
                        "join " + first + " closes only " + (one ? "branch " : "branches ") + closed + " of " + split
                                + ", and join " + last + " would close the rest")
                .path(finding.path())
                .fix(
                        one
                                ? "lead all branches to one join, " + last + ", and make " + first + " a plain step."
                                : "lead all branches to one join, " + last + ", or open " + closed
                                        + " in a separate split, in one branch of " + split + ", which " + first
                                        + " joins.");
    }
}
