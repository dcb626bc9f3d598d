package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** A flow has one last step: named {@code end}, or marked with {@code @Step(end = true)}, but not one of each. */
final class SeveralEndsRule implements SourceRule {
    static final String ID = "several-ends";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.EDGES;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        List<StepModel> ends = Endpoints.ends(source.flow());
        List<String> names = ends.stream().map(StepModel::name).distinct().toList();
        if (names.size() < 2) {
            return List.of();
        }
        StepModel second = source.flow().step(names.get(1)).orElseThrow();
        return List.of(Problem.error(ID, second.position(), "the flow has several last steps: " + Text.quoted(names))
                .fix("mark one step with `end = true`, or name it `end`, and give every other step another name."));
    }
}
