package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.StoredType.Obstacle;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/** The values of every artifact can be stored. */
final class UnstorableTypeRule implements SourceRule {
    static final String ID = "unstorable-type";

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
        FlowModel flow = source.flow();
        List<Problem> problems = new ArrayList<>();
        for (ArtifactModel artifact : flow.artifacts()) {
            obstacles(artifact.stored())
                    .forEach(obstacle -> problems.add(problem("artifact", artifact, artifact.position(), obstacle)));
            if (artifact.stored() instanceof StoredType.Unresolved unresolved
                    && GeneratedTypes.include(flow, unresolved)) {
                problems.add(generated(artifact));
            }
        }
        for (StepModel step : flow.steps()) {
            if (step.transition() instanceof TransitionModel.Foreach foreach) {
                flow.artifact(foreach.artifact()).ifPresent(artifact -> checkElements(artifact, foreach, problems));
            }
        }
        return problems;
    }

    private static void checkElements(ArtifactModel artifact, TransitionModel.Foreach foreach, List<Problem> problems) {
        if (obstacles(artifact.stored()).isEmpty() && artifact.foreach().isPresent()) {
            obstacles(artifact.foreach().get().stored())
                    .forEach(obstacle ->
                            problems.add(problem("an element of", artifact, foreach.artifactPosition(), obstacle)));
        }
    }

    private static List<Obstacle> obstacles(StoredType stored) {
        return stored instanceof StoredType.Unstorable unstorable ? unstorable.obstacles() : List.of();
    }

    private static Problem problem(String what, ArtifactModel artifact, Position position, Obstacle obstacle) {
        String headline = what + " " + Text.quoted(artifact.name()) + " cannot be stored: " + obstacle.reason();
        return Problem.error(ID, position, headline)
                .detail("path", obstacle.path())
                .fix(obstacle.fix() + ".");
    }

    private static Problem generated(ArtifactModel artifact) {
        String headline = "artifact " + Text.quoted(artifact.name()) + " cannot be stored: `" + artifact.type()
                + "` is generated for this flow";
        return Problem.error(ID, artifact.position(), headline)
                .fix("store the values that it gives, or keep it in a transient field.");
    }
}
