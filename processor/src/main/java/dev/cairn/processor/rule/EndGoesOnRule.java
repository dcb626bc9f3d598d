package dev.cairn.processor.rule;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import java.util.List;
import java.util.Optional;

/** Nothing follows the last step. */
final class EndGoesOnRule implements SourceRule {
    static final String ID = "end-goes-on";

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
        return broken(source.flow()).map(EndGoesOnRule::problem).stream().toList();
    }

    /** The last step, if it says what follows. */
    static Optional<StepModel> broken(FlowModel flow) {
        return Endpoints.single(Endpoints.ends(flow))
                .filter(end -> !(end.transition() instanceof TransitionModel.End))
                .filter(end -> end.transition().targets().stream().noneMatch(target -> Erroneous.is(target.step())));
    }

    private static Problem problem(StepModel end) {
        String headline = "step " + Text.quoted(end.name()) + " is the last step, but says what follows";
        return Problem.error(ID, end.annotation(), headline)
                .fix(
                        "write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.");
    }
}
