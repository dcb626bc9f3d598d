package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.Cycle;
import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.GraphRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever leads back is a loop: in every iteration a switch can leave it, and it is entered only by its first step.
 */
final class CycleRule implements GraphRule {
    static final String ID = "cycle";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, ExaminedGraph graph) {
        return graph.cycles().stream()
                .filter(cycle -> !isLastStep(source.flow(), cycle.last()))
                .map(CycleRule::problem)
                .toList();
    }

    /** Of the last step another rule says that it must not lead anywhere. */
    private static boolean isLastStep(FlowModel flow, StepModel step) {
        return Endpoints.single(Endpoints.ends(flow)).filter(step::equals).isPresent();
    }

    private static Problem problem(Cycle cycle) {
        String last = Text.quoted(cycle.last().name());
        List<String> path = new ArrayList<>(cycle.steps());
        path.add(cycle.steps().get(0));
        String headline =
                "step " + last + " leads back to " + Text.quoted(cycle.steps().get(0));
        return Problem.error(ID, cycle.target().position(), headline + how(cycle))
                .path(path)
                .fix(fix(cycle, last));
    }

    private static String how(Cycle cycle) {
        return switch (cycle.why()) {
            case NOTHING_CHOOSES -> ", but no switch can leave that loop";
            case ENTERED_IN_THE_MIDDLE ->
                ", but can be reached without passing "
                        + Text.quoted(cycle.steps().get(0));
            case OPENS_BRANCHES -> isForeach(cycle) ? " for each element" : " in one of its branches";
        };
    }

    private static String fix(Cycle cycle, String last) {
        return switch (cycle.why()) {
            case NOTHING_CHOOSES ->
                "name another step as next; or, for a loop, let a switch (`switchOn`) on this path decide whether to lead back.";
            case ENTERED_IN_THE_MIDDLE -> "lead back to a step that is on every path to " + last + ".";
            case OPENS_BRANCHES ->
                isForeach(cycle)
                        ? "join the elements first: the join, or a step after it, may lead back."
                        : "choose the next step with `switchOn`, or join the branches first: the join, or a step after"
                                + " it, may lead back.";
        };
    }

    private static boolean isForeach(Cycle cycle) {
        return cycle.last().transition() instanceof TransitionModel.Foreach;
    }
}
