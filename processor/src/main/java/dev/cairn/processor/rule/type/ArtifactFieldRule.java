package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FieldSource;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/** Generated code of the package can read and set every artifact. */
final class ArtifactFieldRule implements SourceRule {
    static final String ID = "artifact-field";

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
        return source.fields().stream().flatMap(field -> check(field).stream()).toList();
    }

    private static Optional<Problem> check(FieldSource field) {
        ArtifactModel artifact = field.artifact();
        if (field.isPrivate()) {
            return problem(
                    artifact,
                    "is private",
                    "remove `private`; if it must not be stored, make it transient or start its name with an underscore.");
        } else if (field.isFinal() && artifact.kind() == Kind.PARAMETER) {
            return problem(artifact, "is final", "remove `final`: each run sets the parameter.");
        } else if (field.isFinal() && !artifact.initialised()) {
            return problem(
                    artifact,
                    "is final, but has no initialiser",
                    "give it one, or remove `final` and assign it in a step.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(ArtifactModel artifact, String what, String fix) {
        String kind = artifact.kind() == Kind.PARAMETER ? "parameter " : "artifact ";
        return Optional.of(Problem.error(ID, artifact.position(), kind + Text.quoted(artifact.name()) + " " + what)
                .fix(fix));
    }
}
