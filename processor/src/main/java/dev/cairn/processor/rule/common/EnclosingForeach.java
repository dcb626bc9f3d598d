package dev.cairn.processor.rule.common;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Elements;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import java.util.List;
import java.util.Optional;

/** The foreach that a parameter means. */
public final class EnclosingForeach {
    private EnclosingForeach() {}

    /** The artifact over which a step runs another. */
    public static String artifact(StepModel foreach) {
        return foreach.transition() instanceof TransitionModel.Foreach transition ? transition.artifact() : "";
    }

    /** The type of an element of an artifact that has any, as a parameter declares it. */
    public static JavaType elementType(ArtifactModel artifact) {
        Elements elements = artifact.foreach().orElseThrow();
        if (elements.shape() == Elements.Shape.RANGE) {
            return new JavaType.Primitive("int");
        }
        boolean primitives =
                artifact.type() instanceof JavaType.Array array && array.component() instanceof JavaType.Primitive;
        return primitives ? ((JavaType.Array) artifact.type()).component() : elements.type();
    }

    /** The artifact of the foreach that is named, or of the innermost, around a step, if there is such a foreach. */
    public static Optional<ArtifactModel> meant(FlowModel flow, ExaminedGraph graph, StepModel step, String named) {
        List<String> around = graph.foreaches(step).orElse(List.of()).stream()
                .map(EnclosingForeach::artifact)
                .filter(artifact -> named.isEmpty() || artifact.equals(named))
                .toList();
        return around.isEmpty() ? Optional.empty() : flow.artifact(around.get(around.size() - 1));
    }
}
