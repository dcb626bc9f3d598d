package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.model.TransitionModel.Target;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The branches of a split start in different steps. */
final class DuplicateBranchRule implements SourceRule {
    static final String ID = "duplicate-branch";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            Set<String> branches = new HashSet<>();
            for (Target target : step.transition().targets()) {
                if (step.transition() instanceof TransitionModel.Split && !branches.add(target.step())) {
                    problems.add(problem(step, target));
                }
            }
        }
        return problems;
    }

    private static Problem problem(StepModel step, Target target) {
        String headline = "step " + Text.quoted(step.name()) + " names " + Text.quoted(target.step()) + " twice";
        return Problem.error(ID, target.position(), headline)
                .fix("name it once; to run a step several times in parallel, use `foreach`.");
    }
}
