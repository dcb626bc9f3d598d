package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.ClassShape;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel.Target;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every step that an annotation names exists. */
final class UnknownStepRule implements SourceRule {
    static final String ID = "unknown-step";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        FlowModel flow = source.flow();
        List<String> names = flow.steps().stream().map(StepModel::name).toList();
        Set<String> known = new HashSet<>(names);
        source.shape().inherited().stream()
                .filter(ClassShape.InheritedMember::isStep)
                .forEach(member -> known.add(member.name())); // another rule refuses it
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : flow.steps()) {
            for (Target target : step.transition().targets()) {
                if (!known.contains(target.step()) && !Erroneous.is(target.step()) && !isMissed(flow, target.step())) {
                    problems.add(problem(flow, step, target, names));
                }
            }
        }
        return problems;
    }

    /** Whether a step is the first or last one that the flow does not have, of which other rules tell. */
    private static boolean isMissed(FlowModel flow, String step) {
        return step.equals("start") && Endpoints.starts(flow).isEmpty()
                || step.equals("end") && Endpoints.ends(flow).isEmpty();
    }

    private static Problem problem(FlowModel flow, StepModel step, Target target, List<String> names) {
        if (target.step().isEmpty()) {
            return Problem.error(
                            ID,
                            target.position(),
                            "step " + Text.quoted(step.name()) + " names a next step with an empty name")
                    .fix("name a method with `@Step`.");
        }
        String headline = "step " + Text.quoted(step.name()) + " names " + Text.quoted(target.step()) + " as next, but "
                + Text.quoted(flow.flowClass().simpleName()) + " has no such step";
        return Problem.error(ID, target.position(), headline)
                .fix("name a method with `@Step`." + Text.didYouMean(target.step(), names));
    }
}
