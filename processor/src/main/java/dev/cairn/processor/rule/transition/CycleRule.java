package dev.cairn.processor.rule.transition;

import dev.cairn.processor.graph.Cycle;
import dev.cairn.processor.graph.FlowGraph;
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

/** What leads back makes a loop: in every round a switch could leave it, and it is entered by its first step only. */
final class CycleRule implements GraphRule {
    static final String ID = "cycle";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowGraph graph) {
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
            case NOTHING_CHOOSES -> "";
            case ENTERED_IN_THE_MIDDLE -> ", but can be reached without it";
            case OPENS_BRANCHES -> isForeach(cycle) ? " for each element" : " in one of its branches";
        };
    }

    private static String fix(Cycle cycle, String last) {
        return switch (cycle.why()) {
            case NOTHING_CHOOSES ->
                "go on with another step; for a loop, choose with `switchOn`, there or on the way, whether to lead back.";
            case ENTERED_IN_THE_MIDDLE -> "lead back to a step through which every way to " + last + " goes.";
            case OPENS_BRANCHES ->
                isForeach(cycle)
                        ? "join the elements first: the join, or a step after it, may lead back."
                        : "choose with `switchOn` which way to go, or join the branches first: the join, or a step after"
                                + " it, may lead back.";
        };
    }

    private static boolean isForeach(Cycle cycle) {
        return cycle.last().transition() instanceof TransitionModel.Foreach;
    }
}
