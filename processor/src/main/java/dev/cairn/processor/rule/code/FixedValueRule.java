package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.ValueChange;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps do not change the value of a parameter or constant in place: it is one value for the whole run. */
final class FixedValueRule implements BodyRule {
    static final String ID = "fixed-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        List<Problem> problems = new ArrayList<>();
        Set<Object> places = new HashSet<>();
        for (StepBody step : bodies.steps().values()) {
            for (ValueChange change : step.changes()) {
                Optional<ArtifactModel> fixed = change.of() == ValueChange.Of.FIELD
                        ? source.flow().artifact(change.name()).filter(artifact -> artifact.kind() != Kind.ARTIFACT)
                        : Optional.empty();
                if (fixed.isPresent() && places.add(List.of(change.name(), change.position()))) {
                    problems.add(problem(fixed.get(), change));
                }
            }
        }
        return problems;
    }

    private static Problem problem(ArtifactModel artifact, ValueChange change) {
        boolean parameter = artifact.kind() == Kind.PARAMETER;
        String headline = (parameter ? "parameter " : "constant ") + Text.quoted(change.name())
                + (change.certain() ? " is" : " may be") + " changed in place"
                + (change.through().isEmpty() ? "" : " (through " + Text.quoted(change.through()) + ")")
                + (parameter
                        ? ", but steps can only read parameters"
                        : ", but a constant keeps its value for the whole run");
        Problem problem = change.certain()
                ? Problem.error(ID, change.position(), headline)
                : Problem.warning(ID, change.position(), headline);
        if (artifact.isSecret()) {
            return problem.fix("copy its value into a local variable, which is not stored, and change the copy.");
        }
        return problem.fix(
                parameter
                        ? "copy its value into a separate field first, and change the copy."
                        : "remove `final`: then it is an artifact, and later steps see the change.");
    }
}
