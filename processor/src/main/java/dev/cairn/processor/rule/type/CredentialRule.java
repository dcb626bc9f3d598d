package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What looks like a secret is not stored; a secret parameter is not. */
final class CredentialRule implements SourceRule {
    static final String ID = "credential";

    @Override
    public String id() {
        return ID;
    }

    /** The words as a part of a name, between changes of case and underscores; so that {@code tokenizer} is none. */
    private static final Pattern SECRET =
            Pattern.compile("(?<![a-z])(password|passwd|secret|token|credentials?|api_?key|private_?key)(?![a-z])");

    private static final Pattern BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    @Override
    public List<Problem> check(FlowSource source) {
        return source.flow().artifacts().stream()
                .filter(artifact -> isSecret(artifact.name()) && !artifact.isSecret())
                .map(CredentialRule::problem)
                .toList();
    }

    /** Whether the name of a field names a secret. */
    static boolean isSecret(String name) {
        String words = BORDER.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return SECRET.matcher(words).find();
    }

    private static Problem problem(ArtifactModel artifact) {
        boolean parameter = artifact.kind() == Kind.PARAMETER;
        String headline = (parameter ? "parameter " : "artifact ") + Text.quoted(artifact.name())
                + " looks like a credential, and would be stored as plain text";
        return Problem.warning(ID, artifact.position(), headline)
                .fix(
                        parameter
                                ? "write `@Parameter(secret = true)`: then it is given by the environment or a file, and never stored."
                                : "make it transient, and read it from the environment in each step that needs it.");
    }
}
