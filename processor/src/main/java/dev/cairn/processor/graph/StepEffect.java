package dev.cairn.processor.graph;

import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.MergeCall.Selection;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import java.util.BitSet;

/**
 * What a step does to the artifacts. Immutable; the sets are not changed by anyone.
 *
 * @param mayAssign what it assigns on some way
 * @param mustAssign what it assigns on every way on which it returns, or counts up on some: a number starts from Java's default,
 *     and is stored as it stands
 * @param mayChange what it may change in place
 * @param mayMerge what a merge in it may take
 * @param mustMerge what a merge takes on every way
 * @param required what exists after every merge in it that returns, since {@code only} names it
 * @param caught the artifact that takes its failure; none or one
 * @param unknown whether its code could not be seen, so that it may do anything
 */
record StepEffect(
        BitSet mayAssign,
        BitSet mustAssign,
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
        mayAssign.or(mustAssign);
        BitSet mustMerge = numbers.of(body.mustMerge());
        return new StepEffect(
                mayAssign,
                mustAssign,
                changed(body, numbers),
                numbers.of(body.mayMerge()),
                mustMerge,
                required(body, mustMerge, numbers),
                numbers.of(step.decorators().caught().map(Given::value).stream().toList()),
                body.model().everything());
    }

    private static BitSet changed(StepBody body, ArtifactNumbers numbers) { // INTERIM
        BitSet changed = numbers.where(artifact -> artifact.type() instanceof dev.cairn.processor.model.JavaType.Array
                || artifact.type() instanceof dev.cairn.processor.model.JavaType.Declared declared
                        && declared.name().packageName().equals("java.util"));
        changed.and(numbers.of(body.model().reads()));
        changed.or(numbers.of(body.model().mayChange()));
        return changed;
    }

    /** What is merged on every way, and by nothing but calls that name it. */
    private static BitSet required(StepBody body, BitSet mustMerge, ArtifactNumbers numbers) {
        BitSet required = (BitSet) mustMerge.clone();
        for (MergeCall merge : body.merges()) {
            if (merge.selection() == Selection.ONLY) {
                continue;
            } else if (merge.selection() == Selection.EXCEPT) {
                required.and(numbers.of(merge.names()));
            } else {
                required.clear();
            }
        }
        return required;
    }

    /** The same where the step does not fail. */
    StepEffect withoutFailure() {
        return new StepEffect(
                mayAssign, mustAssign, mayChange, mayMerge, mustMerge, required, new BitSet(), unknown);
    }

    /** Whether its failure is caught, so that it may end early and the flow goes on. */
    boolean catches() {
        return !caught.isEmpty();
    }
}
