package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.TransitionModel.Switch;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A switch is on a value that its cases can name, and its cases cover every value once. */
final class SwitchRule implements SourceRule {
    static final String ID = "switch";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            if (step.transition() instanceof Switch switching) {
                source.flow()
                        .artifact(switching.artifact())
                        .filter(artifact -> !(artifact.stored() instanceof StoredType.Unresolved)
                                && !(artifact.stored() instanceof StoredType.Unstorable))
                        .ifPresent(artifact -> check(source.flow(), step, switching, artifact, problems));
            }
        }
        return problems;
    }

    private static void check(
            FlowModel flow, StepModel step, Switch switching, ArtifactModel artifact, List<Problem> problems) {
        Optional<SwitchValues> values = SwitchValues.of(flow, artifact);
        if (values.isEmpty()) {
            String headline = "step " + Text.quoted(step.name()) + " switches on " + Text.quoted(artifact.name())
                    + ", which has type `" + artifact.type() + "`";
            problems.add(Problem.error(ID, switching.artifactPosition(), headline)
                    .fix("switch on an enum, a `boolean`, a `String` or an `int`."));
            return;
        }
        int before = problems.size();
        checkCases(artifact, switching, values.get(), problems);
        if (problems.size() == before) {
            checkComplete(step, artifact, switching, values.get(), problems);
        }
    }

    private static void checkCases(
            ArtifactModel artifact, Switch switching, SwitchValues values, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (Switch.Case each : switching.cases()) {
            if (!values.has(each.value()) && !Erroneous.is(each.value())) {
                String headline = Text.quoted(artifact.name()) + " of type `" + artifact.type() + "` cannot be \""
                        + each.value() + "\"";
                String meant = Text.didYouMean(each.value(), values.closed().orElse(List.of()));
                String fix = values.closed()
                        .map(all -> "write one of " + Text.quoted(all) + "." + meant)
                        .orElse("write a decimal `int`.");
                problems.add(Problem.error(ID, each.valuePosition(), headline).fix(fix));
            } else if (!seen.add(each.value())) {
                problems.add(Problem.error(ID, each.valuePosition(), "case \"" + each.value() + "\" is given twice")
                        .fix("remove one of the two."));
            }
        }
    }

    private static void checkComplete(
            StepModel step, ArtifactModel artifact, Switch switching, SwitchValues values, List<Problem> problems) {
        List<String> named = switching.cases().stream().map(Switch.Case::value).toList();
        List<String> missing = values.closed().orElse(List.of()).stream()
                .filter(value -> !named.contains(value))
                .toList();
        if (switching.otherwise().isEmpty() && !named.isEmpty() && !missing.isEmpty()) {
            String headline = "step " + Text.quoted(step.name()) + " has no case for " + Text.quoted(missing) + " of "
                    + Text.quoted(artifact.name());
            problems.add(Problem.error(ID, switching.artifactPosition(), headline)
                    .fix("add a `@Case` for each, or `otherwise`."));
        }
    }
}
