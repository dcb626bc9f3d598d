package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.MergeConflict;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A join merges only what its branches agree on: what two of them, or the tasks of a foreach, assign is left out. */
final class MergeConflictRule implements DataRule {
    static final String ID = "merge-conflict";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .filter(StepModel::joins)
                .flatMap(join ->
                        data.bodies().step(join.name()).merges().stream().flatMap(merge -> check(data, join, merge)))
                .toList();
    }

    /** One problem for all artifacts of the same reason. */
    private static Stream<Problem> check(DataFlow data, StepModel join, MergeCall merge) {
        Map<String, Set<String>> disputed = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (MergeConflict conflict : data.conflicts(join)) {
            boolean merged = MergeAdvice.selects(merge, conflict.artifact())
                    && !merge.keeps(conflict.artifact())
                    && !merge.mayKeep(conflict.artifact());
            if (merged) {
                disputed.computeIfAbsent(reason(data, join, conflict), reason -> new LinkedHashSet<>())
                        .add(conflict.artifact());
                all.add(conflict.artifact());
            }
        }
        return disputed.entrySet().stream()
                .map(same -> Problem.warning(
                                ID,
                                merge.position(),
                                "join " + Text.quoted(join.name()) + " merges "
                                        + Text.quoted(List.copyOf(same.getValue())) + ", which " + same.getKey())
                        .fix(MergeAdvice.without(join, merge, all) + ", and take what you need of "
                                + (all.size() == 1 ? "it" : "them") + " from the inputs."));
    }

    private static String reason(DataFlow data, StepModel join, MergeConflict conflict) {
        String may = data.mayBeAssignedBefore(join, conflict.artifact()) ? " may assign" : " may change";
        if (conflict.foreach()) {
            StepModel split = data.flow()
                    .step(Objects.requireNonNull(data.graph().splitOf().get(join.name())))
                    .orElseThrow();
            TransitionModel.Foreach foreach = (TransitionModel.Foreach) split.transition();
            return "each task of the foreach over " + Text.quoted(foreach.artifact()) + may;
        } else if (conflict.keeping().isEmpty()) {
            return "the branches " + Text.quoted(conflict.changing()) + may;
        }
        return "branch " + Text.quoted(conflict.changing()) + may + ", while "
                + (conflict.keeping().size() == 1 ? "branch " : "the branches ") + Text.quoted(conflict.keeping())
                + (conflict.keeping().size() == 1 ? " keeps" : " keep") + " its earlier value";
    }
}
