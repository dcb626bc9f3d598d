package dev.cairn.processor.rule;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.StoredType.Obstacle;
import dev.cairn.processor.report.Problem;
import java.util.List;
import java.util.stream.Stream;

/** The values of every artifact can be stored. */
final class UnstorableTypeRule implements Rule {
    static final String ID = "unstorable-type";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        return source.flow().artifacts().stream()
                .flatMap(UnstorableTypeRule::check)
                .toList();
    }

    private static Stream<Problem> check(ArtifactModel artifact) {
        return artifact.stored() instanceof StoredType.Unstorable unstorable
                ? unstorable.obstacles().stream().map(obstacle -> problem(artifact, obstacle))
                : Stream.of();
    }

    private static Problem problem(ArtifactModel artifact, Obstacle obstacle) {
        String headline = "artifact " + Text.quoted(artifact.name()) + " cannot be stored: " + obstacle.reason();
        return Problem.error(ID, artifact.position(), headline)
                .detail("path", obstacle.path())
                .fix(obstacle.fix() + ".");
    }
}
