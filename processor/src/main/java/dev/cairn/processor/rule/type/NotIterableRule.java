package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.TransitionModel.Foreach;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A foreach is over something that has elements. */
final class NotIterableRule implements SourceRule {
    static final String ID = "not-iterable";

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
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            if (step.transition() instanceof Foreach foreach) {
                Optional<ArtifactModel> artifact = source.flow().artifact(foreach.artifact());
                artifact.filter(NotIterableRule::isWrong)
                        .map(wrong -> problem(step, foreach, wrong))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static boolean isWrong(ArtifactModel artifact) {
        boolean known = !(artifact.stored() instanceof StoredType.Unstorable)
                && !(artifact.stored() instanceof StoredType.Unresolved);
        return known && artifact.foreach().isEmpty();
    }

    private static Problem problem(StepModel step, Foreach foreach, ArtifactModel artifact) {
        String headline = "step " + Text.quoted(step.name()) + " has a foreach over " + Text.quoted(artifact.name())
                + ", which has type `" + artifact.type() + "`";
        return Problem.error(ID, foreach.artifactPosition(), headline)
                .fix("use an `Iterable`, an array, a `Map` or an `int`.");
    }
}
