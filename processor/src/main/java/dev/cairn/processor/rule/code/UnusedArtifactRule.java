package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some step assigns or reads each field. A field with an initial value, other than a parameter, is a result as it is; a
 * parameter that is no secret may be read through the {@code TaskContext}, if a step has one. Asked only of flows without errors: half-
 * typed code has fields that nothing uses yet.
 */
final class UnusedArtifactRule implements DataRule {
    static final String ID = "unused-artifact";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isLast() {
        return true;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        FlowModel flow = data.flow();
        FlowBodies bodies = data.bodies();
        if (flow.steps().stream()
                .anyMatch(step -> bodies.step(step.name()).model().everything())) {
            return List.of(); // what is not seen may use it
        }
        Set<String> used = used(flow, bodies);
        boolean contexts = flow.steps().stream()
                .flatMap(step -> step.parameters().stream())
                .anyMatch(StepParameter.Context.class::isInstance);
        return flow.artifacts().stream()
                .filter(artifact ->
                        artifact.kind() == Kind.PARAMETER ? artifact.isSecret() || !contexts : !artifact.initialised())
                .filter(artifact -> !used.contains(artifact.name()))
                .map(UnusedArtifactRule::problem)
                .toList();
    }

    private static Set<String> used(FlowModel flow, FlowBodies bodies) {
        Set<String> used = new HashSet<>();
        bodies.assignments().forEach(assignment -> used.add(assignment.field())); // also where no path leads
        for (StepModel step : flow.steps()) {
            StepBody body = bodies.step(step.name());
            BodyModel model = body.model();
            used.addAll(model.reads());
            used.addAll(model.mayAssign());
            used.addAll(model.mustAssign());
            body.merges().forEach(merge -> used.addAll(merge.names()));
            step.decorators().caught().map(Given::value).ifPresent(used::add);
            if (step.transition() instanceof TransitionModel.Foreach foreach) {
                used.add(foreach.artifact());
            } else if (step.transition() instanceof TransitionModel.Switch switching) {
                used.add(switching.artifact());
            }
        }
        return used;
    }

    private static Problem problem(ArtifactModel artifact) {
        boolean parameter = artifact.kind() == Kind.PARAMETER;
        String headline = (parameter ? "parameter " : "artifact ")
                + Text.quoted(artifact.name())
                + (parameter ? " is never read" : " is never assigned and never read");
        return Problem.warning(ID, artifact.position(), headline).fix("use it, or remove the field.");
    }
}
