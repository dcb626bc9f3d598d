package dev.cairn.processor.rule.common;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import java.util.List;
import java.util.Optional;

/** The steps that could be the first, or the last, of a flow: those that say so, and the one that is named so. */
public final class Endpoints {
    private Endpoints() {}

    public static List<StepModel> starts(FlowModel flow) {
        return flow.steps().stream()
                .filter(step -> step.start() || step.name().equals("start"))
                .toList();
    }

    public static List<StepModel> ends(FlowModel flow) {
        return flow.steps().stream()
                .filter(step -> step.end() || step.name().equals("end"))
                .toList();
    }

    /** The one step, if there is only one; steps of the same name count once, since another rule reports them. */
    public static Optional<StepModel> single(List<StepModel> candidates) {
        return candidates.stream().map(StepModel::name).distinct().count() == 1
                ? Optional.of(candidates.get(0))
                : Optional.empty();
    }

    /** The last step, if it says what follows. */
    public static Optional<StepModel> endThatGoesOn(FlowModel flow) {
        return single(ends(flow))
                .filter(end -> !(end.transition() instanceof TransitionModel.End))
                .filter(end -> end.transition().targets().stream().noneMatch(target -> Erroneous.is(target.step())));
    }
}
