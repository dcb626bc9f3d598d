package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Steps and artifacts do not have names that generated classes use themselves. */
final class ReservedNameRule implements SourceRule {
    static final String ID = "reserved-name";

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
            check("step", step.name(), step.position(), GeneratedNames.RESERVED_STEPS, problems);
        }
        for (ArtifactModel artifact : source.flow().artifacts()) {
            boolean parameter = artifact.kind() == Kind.PARAMETER;
            int before = problems.size();
            check("artifact", artifact.name(), artifact.position(), GeneratedNames.RESERVED_ARTIFACTS, problems);
            if (parameter && problems.size() == before) {
                check("parameter", artifact.name(), artifact.position(), GeneratedNames.RESERVED_PARAMETERS, problems);
            }
        }
        return problems;
    }

    private static void check(
            String kind, String name, Position position, Set<String> reserved, List<Problem> problems) {
        if (GeneratedNames.RESERVED.contains(name) || reserved.contains(name)) {
            problems.add(Problem.error(
                            ID, position, Text.quoted(name) + " is a reserved name, so no " + kind + " can have it")
                    .fix("choose another name."));
        }
    }
}
