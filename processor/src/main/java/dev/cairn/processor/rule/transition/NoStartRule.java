package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel.Target;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A flow has a first step. */
final class NoStartRule implements SourceRule {
    static final String ID = "no-start";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        FlowModel flow = source.flow();
        if (!Endpoints.starts(flow).isEmpty() || source.shape().inheritsSteps()) {
            return List.of();
        }
        if (flow.steps().isEmpty()) {
            return List.of(Problem.error(
                            ID,
                            flow.position(),
                            "flow " + Text.quoted(flow.flowClass().simpleName()) + " has no steps")
                    .fix("annotate a method named `start` with `@Step`."));
        }
        String headline = "flow " + Text.quoted(flow.flowClass().simpleName()) + " has no first step";
        return List.of(Problem.error(ID, flow.position(), headline).fix(fix(flow)));
    }

    private static String fix(FlowModel flow) {
        Set<String> named = flow.steps().stream()
                .flatMap(step -> step.transition().targets().stream())
                .map(Target::step)
                .collect(Collectors.toSet());
        List<String> roots = flow.steps().stream()
                .map(StepModel::name)
                .filter(name -> !named.contains(name))
                .toList();
        return roots.size() == 1
                ? "name step " + Text.quoted(roots) + " `start`, or write `@Step(start = true, ...)` on it."
                : "name a step `start`, or write `@Step(start = true, ...)` on one.";
    }
}
