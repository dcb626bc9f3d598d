package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every step has its own name: overloaded methods cannot both be steps. */
final class DuplicateStepRule implements SourceRule {
    static final String ID = "duplicate-step";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        Set<String> names = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            if (!names.add(step.name())) {
                problems.add(
                        Problem.error(ID, step.position(), "step " + Text.quoted(step.name()) + " is declared twice")
                                .fix("rename one of the two methods."));
            }
        }
        return problems;
    }
}
