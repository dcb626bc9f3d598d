package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.MergeCall.Selection;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.stream.Stream;

/** Some branch may have what {@code only(..)} names. */
final class MissingFromMergeRule implements DataRule {
    static final String ID = "missing-from-merge";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .filter(StepModel::joins)
                .flatMap(join -> data.bodies().step(join.name()).merges().stream()
                        .filter(merge -> merge.selection() == Selection.ONLY)
                        .flatMap(merge -> check(data, join, merge)))
                .toList();
    }

    private static Stream<Problem> check(DataFlow data, StepModel join, MergeCall merge) {
        return merge.names().stream()
                .filter(artifact -> isStored(data, artifact) && data.arriving(join, artifact) == Before.NEVER)
                .filter(artifact -> !merge.assignedBefore().contains(artifact)
                        && !merge.maybeAssignedBefore().contains(artifact))
                .map(artifact -> Problem.error(
                                ID,
                                merge.position(),
                                "join " + Text.quoted(join.name()) + " merges " + Text.quoted(artifact)
                                        + ", which no branch assigns")
                        .path(data.pathTo(join))
                        .fix("assign it in a branch, or remove it from `only(..)`."
                                + Text.didYouMean(artifact, others(data, join, merge))));
    }

    private static List<String> others(DataFlow data, StepModel join, MergeCall merge) {
        return data.namesAt(join).stream()
                .filter(artifact -> !merge.names().contains(artifact) && isStored(data, artifact))
                .toList();
    }

    private static boolean isStored(DataFlow data, String artifact) {
        return data.flow()
                .artifact(artifact)
                .filter(found -> found.kind() == Kind.ARTIFACT)
                .isPresent();
    }
}
