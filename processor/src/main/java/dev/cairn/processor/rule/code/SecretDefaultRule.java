package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** The source code, which is kept and shared, has no value of a secret parameter. */
final class SecretDefaultRule implements BodyRule {
    static final String ID = "secret-default";

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
        return source.flow().artifacts().stream()
                .filter(ArtifactModel::isSecret)
                .filter(secret -> bodies.writtenDefaults().contains(secret.name()))
                .map(SecretDefaultRule::problem)
                .toList();
    }

    private static Problem problem(ArtifactModel secret) {
        return Problem.warning(
                        ID,
                        secret.position(),
                        "secret parameter " + Text.quoted(secret.name())
                                + " has a default value in the source code, where everybody can read it")
                .fix("remove the initialiser, and add `required = true` if each run needs a value.");
    }
}
