package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every artifact that an annotation names is a stored field of the flow. */
final class UnknownArtifactRule implements SourceRule {
    static final String ID = "unknown-artifact";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        return source.steps().stream()
                .flatMap(step -> Stream.concat(transition(step).stream(), step.decorators().caught().stream())
                        .flatMap(named -> check(source.flow(), step, named).stream()))
                .toList();
    }

    private static Optional<Given<String>> transition(StepSource step) {
        if (step.step().transition() instanceof TransitionModel.Foreach foreach) {
            return Optional.of(new Given<>(foreach.artifact(), foreach.artifactPosition()));
        } else if (step.step().transition() instanceof TransitionModel.Switch switching
                && step.given().containsKey("switchOn")) {
            return Optional.of(new Given<>(switching.artifact(), switching.artifactPosition()));
        }
        return Optional.empty();
    }

    private static Optional<Problem> check(FlowModel flow, StepSource step, Given<String> named) {
        if (flow.artifact(named.value()).isPresent() || Erroneous.is(named.value())) {
            return Optional.empty();
        }
        List<String> artifacts =
                flow.artifacts().stream().map(ArtifactModel::name).toList();
        String name = named.value().isEmpty() ? "an artifact with an empty name" : Text.quoted(named.value());
        String headline = "step " + Text.quoted(step.step().name()) + " names " + name + ", but "
                + Text.quoted(flow.flowClass().simpleName()) + " has no such artifact";
        return Optional.of(Problem.error(ID, named.position(), headline)
                .fix("name a field that is neither static nor transient and does not start with an underscore."
                        + Text.didYouMean(named.value(), artifacts)));
    }
}
