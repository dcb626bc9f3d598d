package dev.cairn.processor.rule;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import java.util.List;
import java.util.Optional;

/** The foreach that a parameter means. */
final class Foreaches {
    private Foreaches() {}

    /** The artifact over which a step runs another. */
    static String artifact(StepModel foreach) {
        return foreach.transition() instanceof TransitionModel.Foreach transition ? transition.artifact() : "";
    }

    /** The artifact of the foreach that is named, or of the innermost, around a step, if there is such a foreach. */
    static Optional<ArtifactModel> meant(FlowModel flow, FlowGraph graph, StepModel step, String named) {
        List<String> around = graph.foreaches(step).orElse(List.of()).stream()
                .map(Foreaches::artifact)
                .filter(artifact -> named.isEmpty() || artifact.equals(named))
                .toList();
        return around.isEmpty() ? Optional.empty() : flow.artifact(around.get(around.size() - 1));
    }
}
