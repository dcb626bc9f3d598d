package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.graph.NestingFinding.BranchesMeet;
import dev.cairn.processor.graph.NestingFinding.InsideAndOutside;
import dev.cairn.processor.graph.NestingFinding.OpenAtEnd;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.JoinParameter;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.stream.Stream;

/** The branches of a split meet in a join, and in no other step. */
final class UnjoinedSplitRule implements GraphRule {
    static final String ID = "unjoined-split";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return Stream.of(
                        graph.nesting(BranchesMeet.class).map(finding -> meeting(source.flow(), finding)),
                        graph.nesting(InsideAndOutside.class).map(UnjoinedSplitRule::crossing),
                        graph.nesting(OpenAtEnd.class).map(finding -> open(source.flow(), finding)))
                .flatMap(problems -> problems)
                .toList();
    }

    private static Problem meeting(FlowModel flow, BranchesMeet finding) {
        String branches =
                Text.quoted(List.of(finding.one().step(), finding.other().step()));
        String headline = "branches " + branches + " of step "
                + Text.quoted(finding.split().name()) + " meet in "
                + Text.quoted(finding.step().name()) + ", which is not a join";
        return Problem.error(ID, finding.step().position(), headline)
                .path(finding.path())
                .and(finding.otherPath())
                .fix(finding.join()
                        .map(join -> instead(finding.step(), join))
                        .orElseGet(() -> join(flow, finding.step())));
    }

    /** Where some paths come to a join without the step in which others meet. */
    private static String instead(StepModel step, StepModel join) {
        return "give each branch its own step instead of " + Text.quoted(step.name()) + ", or lead every path to "
                + Text.quoted(step.name()) + " and make that the join, instead of " + Text.quoted(join.name()) + ".";
    }

    private static Problem crossing(InsideAndOutside finding) {
        String split = Text.quoted(finding.split().name());
        String step = Text.quoted(finding.step().name());
        String headline =
                "step " + step + " is reached from inside the " + kind(finding.split()) + " and from outside it";
        return Problem.error(ID, finding.step().position(), headline)
                .path(finding.inside())
                .and(finding.outside())
                .fix("join what " + split + " starts before " + step + ".");
    }

    private static Problem open(FlowModel flow, OpenAtEnd finding) {
        return Problem.error(
                        ID,
                        finding.split().annotation(),
                        "the " + kind(finding.split()) + " is not joined before the end of the flow")
                .path(finding.path())
                .fix(join(flow, finding.end()));
    }

    private static String kind(StepModel split) {
        return (split.transition() instanceof TransitionModel.Foreach ? "foreach of step " : "split of step ")
                + Text.quoted(split.name());
    }

    private static String join(FlowModel flow, StepModel step) {
        return "make " + Text.quoted(step.name()) + " a join, with the parameter " + JoinParameter.parameter(flow, step)
                + ", or put a join before it.";
    }
}
