package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/** The artifact that {@code @Catch} names can hold a failure, and no caught step decides what follows. */
final class CatchRule implements SourceRule {
    static final String ID = "catch";

    @Override
    public String id() {
        return ID;
    }

    private static final String FAILURE = "dev.cairn.runtime.Failure";

    @Override
    public List<Problem> check(FlowSource source) {
        List<Problem> problems = new ArrayList<>();
        for (StepSource step : source.steps()) {
            step.decorators().caught().ifPresent(caught -> check(source.flow(), step, caught, problems));
        }
        return problems;
    }

    private static void check(FlowModel flow, StepSource step, Given<String> caught, List<Problem> problems) {
        flow.artifact(caught.value())
                .filter(artifact -> !isFailure(artifact))
                .ifPresent(artifact -> problems.add(Problem.error(
                                ID,
                                caught.position(),
                                "artifact " + Text.quoted(artifact.name())
                                        + kind(artifact) + ", so it cannot hold the failure of step "
                                        + Text.quoted(step.step().name()))
                        .fix("name a field of type `Failure` that is neither a parameter nor final.")));
        TransitionModel transition = step.step().transition();
        boolean foreach = transition instanceof TransitionModel.Foreach;
        if (foreach || transition instanceof TransitionModel.Switch) {
            String headline = "step " + Text.quoted(step.step().name()) + " has `@Catch`, but "
                    + (foreach ? "its foreach" : "its switch")
                    + " needs what the step may not have assigned when it fails";
            problems.add(Problem.error(ID, caught.position(), headline)
                    .fix("move what may fail to an earlier step, and catch it there."));
        }
    }

    private static boolean isFailure(ArtifactModel artifact) {
        return artifact.kind() == Kind.ARTIFACT
                && (artifact.type() instanceof JavaType.Unresolved
                        || artifact.type() instanceof JavaType.Declared declared
                                && declared.name().canonicalName().equals(FAILURE));
    }

    private static String kind(ArtifactModel artifact) {
        return switch (artifact.kind()) {
            case PARAMETER -> " is a parameter";
            case CONSTANT -> " is final";
            case ARTIFACT -> " has type `" + artifact.type() + "`";
        };
    }
}
