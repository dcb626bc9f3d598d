package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/** No transition depends on a secret: the elements of a foreach and the path of a switch are stored. */
final class SecretTransitionRule implements SourceRule {
    static final String ID = "secret-transition";

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
        return source.flow().steps().stream()
                .flatMap(step -> check(source, step).stream())
                .toList();
    }

    private static Optional<Problem> check(FlowSource source, StepModel step) {
        String name = "step " + Text.quoted(step.name());
        if (step.transition() instanceof TransitionModel.Foreach foreach) {
            return secret(source, foreach.artifact())
                    .map(secret -> Problem.error(
                                    ID,
                                    foreach.artifactPosition(),
                                    name + " has a foreach over the secret parameter " + Text.quoted(secret.name())
                                            + ", whose elements would be stored")
                            .fix("make a list of what may be stored, such as names or positions, and use that."));
        } else if (step.transition() instanceof TransitionModel.Switch switching) {
            return secret(source, switching.artifact())
                    .map(secret -> Problem.error(
                                    ID,
                                    switching.artifactPosition(),
                                    name + " switches on the secret parameter " + Text.quoted(secret.name())
                                            + ", so the stored path would show its value")
                            .fix("switch on an artifact that may be stored."));
        }
        return Optional.empty();
    }

    private static Optional<ArtifactModel> secret(FlowSource source, String artifact) {
        return source.flow().artifact(artifact).filter(ArtifactModel::isSecret);
    }
}
