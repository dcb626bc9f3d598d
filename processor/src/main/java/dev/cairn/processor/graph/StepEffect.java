package dev.cairn.processor.graph;

import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.MergeCall.Selection;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.ValueChange;
import java.util.BitSet;

/**
 * What a step does to the artifacts. Immutable; the sets are not changed by anyone.
 *
 * @param mayAssign what it assigns on some path
 * @param mustAssign what it assigns on every path on which it returns, or counts up on some: a number starts from Java's default,
 *     and is stored as it stands. A join also assigns what has an initial value that it may change in place, and does not merge
 * @param changes what it changes in place, as its code shows, of what exists before it
 * @param mayChange what it may change in place
 * @param mayMerge what a merge in it may take
 * @param mustMerge what a merge takes on every path
 * @param required what exists after every merge in it that returns, since {@code only} names it
 * @param caught the artifact that takes its failure; none or one
 * @param unknown whether its code could not be seen, so that it may do anything
 */
record StepEffect(
        BitSet mayAssign,
        BitSet mustAssign,
        BitSet changes,
        BitSet mayChange,
        BitSet mayMerge,
        BitSet mustMerge,
        BitSet required,
        BitSet caught,
        boolean unknown) {
    static StepEffect of(StepModel step, StepBody body, ArtifactNumbers numbers) {
        BitSet mayAssign = numbers.of(body.model().mayAssign());
        BitSet mustAssign = numbers.of(body.model().mustAssign());
        mustAssign.or(numbers.of(body.counted()));
        BitSet mustMerge = numbers.of(body.mustMerge());
        BitSet mayChange = numbers.of(body.model().mayChange());
        if (step.joins()) {
            mustAssign.or(initialKept(mayChange, mustMerge, numbers));
        }
        mayAssign.or(mustAssign);
        return new StepEffect(
                mayAssign,
                mustAssign,
                numbers.of(body.changes().stream()
                        .filter(change -> change.of() == ValueChange.Of.FIELD)
                        .map(ValueChange::name)
                        .toList()),
                mayChange,
                numbers.of(body.mayMerge()),
                mustMerge,
                required(body, mustMerge, numbers),
                numbers.of(step.decorators().caught().map(Given::value).stream().toList()),
                body.model().everything());
    }

    /** What a join that may change it in place stores as it stands then, changed or not: what has an initial value. */
    private static BitSet initialKept(BitSet mayChange, BitSet mustMerge, ArtifactNumbers numbers) {
        BitSet kept = (BitSet) mayChange.clone();
        kept.and(numbers.initial());
        kept.andNot(numbers.fixed());
        kept.andNot(mustMerge);
        return kept;
    }

    /** What is merged on every path, and by nothing but calls that name it. */
    private static BitSet required(StepBody body, BitSet mustMerge, ArtifactNumbers numbers) {
        BitSet required = (BitSet) mustMerge.clone();
        for (MergeCall merge : body.merges()) {
            if (merge.selection() == Selection.EXCEPT) {
                required.and(numbers.of(merge.names()));
            } else if (merge.selection() != Selection.ONLY) {
                required.clear();
            }
        }
        return required;
    }

    /** The same where the step does not fail. */
    StepEffect withoutFailure() {
        return new StepEffect(
                mayAssign, mustAssign, changes, mayChange, mayMerge, mustMerge, required, new BitSet(), unknown);
    }

    /** Whether its failure is caught, so that it may end early and the flow goes on. */
    boolean catches() {
        return !caught.isEmpty();
    }
}
