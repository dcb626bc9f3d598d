package dev.cairn.processor.model;

import java.util.List;
import java.util.Set;

/**
 * The code of a step, for the rules: its effect and the places that cause it. Lives no longer than the round. Immutable.
 *
 * <p>Of places that say the same of a field, the first stands for all. What helper methods of the flow do counts as done where
 * the step calls them.
 *
 * @param model what it does with artifacts
 * @param reads where it reads an artifact that it has not assigned on every path before
 * @param privateReads where it reads a private field, transient or named {@code _like_this}, that it has not assigned on every
 *     path before
 * @param assignments where it assigns artifacts
 * @param counted the artifacts of a primitive type to which it does nothing but count up, as by {@code +=}
 * @param overwritten the assignments to artifacts and private fields whose value no one can read, since it is replaced on every
 *     path first
 * @param changes where it changes in place what it did not make: a value from before, an item, an input
 * @param merges the calls of {@code mergeInto}
 * @param mustMerge what {@code mergeInto} takes on every path on which the step returns
 * @param mayMerge what {@code mergeInto} may take
 * @param inputs what a join does with its inputs
 * @param leaks where {@code this} leaves the sight of the analysis
 */
public record StepBody(
        BodyModel model,
        List<FieldAccess> reads,
        List<FieldAccess> privateReads,
        List<FieldAccess> assignments,
        Set<String> counted,
        List<FieldAccess> overwritten,
        List<ValueChange> changes,
        List<MergeCall> merges,
        Set<String> mustMerge,
        Set<String> mayMerge,
        InputAccess inputs,
        List<Position> leaks) {
    /** Copies the collections. */
    public StepBody {
        reads = List.copyOf(reads);
        privateReads = List.copyOf(privateReads);
        assignments = List.copyOf(assignments);
        counted = Set.copyOf(counted);
        overwritten = List.copyOf(overwritten);
        changes = List.copyOf(changes);
        merges = List.copyOf(merges);
        mustMerge = Set.copyOf(mustMerge);
        mayMerge = Set.copyOf(mayMerge);
        leaks = List.copyOf(leaks);
    }

    /** A step of which nothing is known. */
    public static StepBody unknown() {
        return new StepBody(
                BodyModel.unknown(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                InputAccess.NONE,
                List.of());
    }
}
