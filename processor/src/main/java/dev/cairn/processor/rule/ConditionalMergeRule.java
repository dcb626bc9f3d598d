package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Before it merges, a join assigns an artifact on every way or on none: what it has set is kept, and all else is merged. */
final class ConditionalMergeRule implements DataRule {
    static final String ID = "conditional-merge";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .filter(StepModel::joins)
                .filter(join -> !data.bodies().step(join.name()).model().everything())
                .flatMap(join -> data.bodies().step(join.name()).merges().stream()
                        .filter(merge -> !doubtful(data, join, merge).isEmpty())
                        .map(merge -> problem(join, merge, doubtful(data, join, merge))))
                .toList();
    }

    private static Set<String> doubtful(DataFlow data, StepModel join, MergeCall merge) {
        Set<String> doubtful = new TreeSet<>(merge.maybeAssignedBefore());
        doubtful.removeIf(
                artifact -> !MergeAdvice.selects(merge, artifact) || data.arriving(join, artifact) == Before.NEVER);
        return doubtful;
    }

    private static Problem problem(StepModel join, MergeCall merge, Set<String> artifacts) {
        boolean one = artifacts.size() == 1;
        return Problem.warning(
                        ID,
                        merge.position(),
                        "join " + Text.quoted(join.name()) + " assigns " + Text.quoted(List.copyOf(artifacts))
                                + " on some ways only before it merges, and on the others the merge sets "
                                + (one ? "it" : "them"))
                .fix("if the merge must not set " + (one ? "it" : "them") + ", "
                        + MergeAdvice.without(join, merge, artifacts) + "; else assign " + (one ? "it" : "them")
                        + " after the merge, or on every way before it.");
    }
}
