package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** A flow has one first step: named {@code start}, or marked with {@code @Step(start = true)}, but not one of each. */
final class SeveralStartsRule implements SourceRule {
    static final String ID = "several-starts";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        List<StepModel> starts = Endpoints.starts(source.flow());
        List<String> names = starts.stream().map(StepModel::name).distinct().toList();
        if (names.size() < 2) {
            return List.of();
        }
        StepModel second = source.flow().step(names.get(1)).orElseThrow();
        return List.of(Problem.error(ID, second.position(), "the flow has several first steps: " + Text.quoted(names))
                .fix("mark one step with `start = true`, or name it `start`, and give every other step another name."));
    }
}
