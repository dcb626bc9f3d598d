package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Before it merges, a join assigns an artifact, or changes it in place, on every path or on none: what it has set is
 * kept, and the rest is merged.
 */
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
                        .flatMap(merge -> check(data, join, merge).stream()))
                .toList();
    }

    private static List<Problem> check(DataFlow data, StepModel join, MergeCall merge) {
        List<Problem> problems = new ArrayList<>();
        Set<String> assigned = selected(data, join, merge, merge.maybeAssignedBefore().stream());
        Set<String> changed = selected(
                data,
                join,
                merge,
                merge.maybeChangedBefore().stream().filter(artifact -> isNotInitial(data, join, artifact)));
        Set<String> late = selected(data, join, merge, keptByOthers(data, join, merge));
        if (!assigned.isEmpty()) {
            problems.add(sometimes(join, merge, assigned, " assigns ", "", "assign "));
        }
        if (!changed.isEmpty()) {
            problems.add(sometimes(join, merge, changed, " changes ", " in place", "change "));
        }
        if (!late.isEmpty()) {
            problems.add(late(join, merge, late));
        }
        return problems;
    }

    /** What a call may merge of these artifacts; one that cannot be seen through may merge all. */
    private static Set<String> selected(DataFlow data, StepModel join, MergeCall merge, Stream<String> artifacts) {
        Set<String> selected = new TreeSet<>();
        artifacts
                .filter(artifact ->
                        merge.selection() == MergeCall.Selection.UNKNOWN || MergeAdvice.selects(merge, artifact))
                .filter(artifact -> data.arriving(join, artifact) != Before.NEVER)
                .forEach(selected::add);
        return selected;
    }

    /** Whether the branches may bring another value than the initial one, with which the join starts too. */
    private static boolean isNotInitial(DataFlow data, StepModel join, String artifact) {
        return data.mayBeAssignedBefore(join, artifact) || data.mayBeChangedBefore(join, artifact);
    }

    /** What the join has set before another of its merges that selects it, but not before this one. */
    private static Stream<String> keptByOthers(DataFlow data, StepModel join, MergeCall merge) {
        return data.bodies().step(join.name()).merges().stream()
                .flatMap(other -> Stream.concat(other.assignedBefore().stream(), other.changedBefore().stream())
                        .filter(artifact -> other.selection() == MergeCall.Selection.UNKNOWN
                                || MergeAdvice.selects(other, artifact)))
                .filter(artifact -> !merge.keeps(artifact) && !merge.mayKeep(artifact));
    }

    private static Problem sometimes(
            StepModel join, MergeCall merge, Set<String> artifacts, String sets, String how, String set) {
        String them = artifacts.size() == 1 ? "it" : "them";
        return Problem.warning(
                        ID,
                        merge.position(),
                        "join " + Text.quoted(join.name()) + sets + Text.quoted(List.copyOf(artifacts)) + how
                                + " before it merges, but only on some paths; on the others the merge sets " + them)
                .fix("if the merge must not set " + them + ", " + MergeAdvice.without(join, merge, artifacts)
                        + "; otherwise " + set + them + " after the merge, or before it on every path.");
    }

    private static Problem late(StepModel join, MergeCall merge, Set<String> artifacts) {
        String them = artifacts.size() == 1 ? "it" : "them";
        return Problem.warning(
                        ID,
                        merge.position(),
                        "join " + Text.quoted(join.name()) + " sets " + Text.quoted(List.copyOf(artifacts))
                                + " before another merge, but not before this one, which sets " + them + " too")
                .fix("if this merge must not set " + them + ", " + MergeAdvice.without(join, merge, artifacts)
                        + "; otherwise leave " + them + " out of the other merge.");
    }
}
