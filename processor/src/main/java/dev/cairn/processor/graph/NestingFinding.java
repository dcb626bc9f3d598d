package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path in which splits and joins do not match. Immutable; a path begins at the split that it is about, if it is about one. */
public sealed interface NestingFinding {
    /**
     * Two branches of a split meet in a step that is not a join.
     *
     * @param join the join that other paths of its branches come to, and this step too, if there is one
     */
    record BranchesMeet(
            StepModel step,
            StepModel split,
            Target one,
            Target other,
            List<String> path,
            List<String> otherPath,
            Optional<StepModel> join)
            implements NestingFinding {}

    /** A step that is not a join is reached with a split open and, on another path, without. */
    record InsideAndOutside(StepModel step, StepModel split, List<String> inside, List<String> outside)
            implements NestingFinding {}

    /** The end is reached while a split is open. */
    record OpenAtEnd(StepModel end, StepModel split, List<String> path) implements NestingFinding {}

    /** A branch of a split goes past the join that closes the others. */
    record PastJoin(StepModel join, StepModel split, Target branch, List<String> path) implements NestingFinding {}

    /** The branches of a split go to several joins; for each join, those that it gets. */
    record SeveralJoins(StepModel split, Map<StepModel, List<Target>> joins) implements NestingFinding {}

    /**
     * The branches of a split are joined one after the other.
     *
     * @param first the join that gets only some of them
     * @param closed those that it gets
     * @param last the join that gets what comes of it, and others
     * @param path a path of one of the others
     */
    record JoinedInSteps(StepModel split, StepModel first, List<Target> closed, StepModel last, List<String> path)
            implements NestingFinding {}

    /** A join where no split is open. */
    record JoinsNothing(StepModel join, List<String> path) implements NestingFinding {}

    /** A join that gets branches of different splits, of which {@code inner} is open inside a branch of {@code outer}, or beside it. */
    record UnrelatedBranches(
            StepModel join, StepModel inner, StepModel outer, List<String> innerPath, List<String> outerPath)
            implements NestingFinding {}

    /** A join that gets branches of a split, and is reached with no split open too. */
    record JoinsOutside(StepModel join, StepModel split, List<String> inside, List<String> outside)
            implements NestingFinding {}

    /** A branch that has no step: the split names its own join. */
    record EmptyBranch(StepModel split, StepModel join, Target target) implements NestingFinding {}

    /** A path leads back to a step that runs in other branches, or that is a join. */
    record LoopLeavesBranch(StepModel from, StepModel to, Target target) implements NestingFinding {}
}
