package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.SharedValue;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import java.util.List;

/**
 * No object that can change is in two artifacts where a step ends: each artifact is stored by itself, so that the next step finds
 * two objects. After the last step nobody can change them.
 */
final class SharedValueRule implements DataRule {
    static final String ID = "shared-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        Changeable changeable = new Changeable(data.flow());
        return data.flow().steps().stream()
                .filter(step -> !(step.transition() instanceof TransitionModel.End))
                .flatMap(step -> data.bodies().shared().getOrDefault(step.name(), List.of()).stream()
                        .filter(shared -> matters(data, changeable, shared))
                        .map(shared -> problem(data, step, shared)))
                .toList();
    }

    private static boolean matters(DataFlow data, Changeable changeable, SharedValue shared) {
        ArtifactModel artifact = data.flow().artifact(shared.artifact()).orElseThrow();
        ArtifactModel other = data.flow().artifact(shared.other()).orElseThrow();
        return switch (shared.relation()) {
            case SAME ->
                shared.frozen()
                        ? changeable.isHeldIn(artifact.stored()) && changeable.isHeldIn(other.stored())
                        : changeable.is(artifact.stored()) && changeable.is(other.stored());
            case VIEW ->
                Changeable.isCollection(artifact)
                        && Changeable.isCollection(other)
                        && (!shared.frozen() || changeable.isHeldIn(artifact.stored()));
            case ELEMENT -> Changeable.isCollection(other) && changeable.is(artifact.stored());
            case COMMON_ELEMENT -> changeable.isElementOf(artifact.stored()) && changeable.isElementOf(other.stored());
        };
    }

    private static Problem problem(DataFlow data, StepModel step, SharedValue shared) {
        String artifact = Text.quoted(shared.artifact());
        String other = Text.quoted(shared.other());
        String what = switch (shared.relation()) {
            case SAME -> "artifacts " + artifact + " and " + other + " are one object here, but two copies";
            case VIEW -> "artifact " + artifact + " is a live view of " + other + " here, but a copy of its own";
            case ELEMENT -> "artifact " + artifact + " is an element of " + other + " here, but a copy of its own";
            case COMMON_ELEMENT -> "artifacts " + artifact + " and " + other + " hold one object here, but a copy each";
        };
        return Problem.warning(ID, shared.position(), what + " after step " + Text.quoted(step.name()))
                .detail("so", "what changes one later does not change the other, as it would in plain Java.")
                .fix(fix(data, shared));
    }

    private static String fix(DataFlow data, SharedValue shared) {
        ArtifactModel artifact = data.flow().artifact(shared.artifact()).orElseThrow();
        return switch (shared.relation()) {
            case SAME, VIEW -> "say that it is a copy, " + Copies.of(artifact) + ", or keep one of the two only.";
            case ELEMENT ->
                "keep its key or position instead and look it up where it is needed, or say that it is a copy, "
                        + Copies.of(artifact) + ".";
            case COMMON_ELEMENT -> "let one of them hold keys or positions instead, or put a copy into one.";
        };
    }
}
