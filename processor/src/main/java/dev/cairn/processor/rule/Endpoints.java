package dev.cairn.processor.rule;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StepModel;
import java.util.List;
import java.util.Optional;

/** The steps that could be the first, or the last, of a flow: those that say so, and the one that is named so. */
final class Endpoints {
    private Endpoints() {}

    static List<StepModel> starts(FlowModel flow) {
        return flow.steps().stream()
                .filter(step -> step.start() || step.name().equals("start"))
                .toList();
    }

    static List<StepModel> ends(FlowModel flow) {
        return flow.steps().stream()
                .filter(step -> step.end() || step.name().equals("end"))
                .toList();
    }

    /** The one step, if there is only one; steps of the same name count once, since another rule reports them. */
    static Optional<StepModel> single(List<StepModel> candidates) {
        return candidates.stream().map(StepModel::name).distinct().count() == 1
                ? Optional.of(candidates.get(0))
                : Optional.empty();
    }
}
