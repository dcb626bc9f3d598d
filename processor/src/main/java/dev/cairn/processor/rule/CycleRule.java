package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.graph.FlowGraph.Cycle;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** Only the case of a switch leads back, and only to a step through which every way to the switch goes. */
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
        String first = Text.quoted(cycle.steps().get(0));
        String last = Text.quoted(cycle.last().name());
        List<String> path = new ArrayList<>(cycle.steps());
        path.add(cycle.steps().get(0));
        if (cycle.last().transition() instanceof TransitionModel.Switch) {
            return Problem.error(
                            ID,
                            cycle.target().position(),
                            "step " + last + " leads back to " + first + ", but can be reached without it")
                    .path(path)
                    .fix("lead back to a step through which every way to " + last + " goes.");
        }
        return Problem.error(ID, cycle.target().position(), "step " + last + " leads back to " + first)
                .path(path)
                .fix(
                        cycle.switches()
                                ? "let a case of the switch itself lead back: only a switch counts its iterations."
                                : "go on with another step; for a loop, choose with `switchOn` whether to lead back.");
    }
}
