package dev.cairn.processor.rule.transition;

import dev.cairn.processor.rule.common.Rule;
import java.util.List;

/** What must hold of which step follows which. */
public final class TransitionRules {
    /** The rules, in the order in which they are asked. */
    public static final List<Rule> ALL = List.of(
            new NoStartRule(),
            new SeveralStartsRule(),
            new NoEndRule(),
            new SeveralEndsRule(),
            new EndGoesOnRule(),
            new StepAnnotationRule(),
            new UnknownStepRule(),
            new DuplicateBranchRule(),
            new UnreachableStepRule(),
            new DeadEndRule(),
            new CycleRule(),
            new EndlessLoopRule(),
            new LoopLeavesBranchRule(),
            new UnjoinedSplitRule(),
            new PartialJoinRule(),
            new SeveralJoinsRule(),
            new JoinWithoutSplitRule(),
            new UnrelatedBranchesRule(),
            new EmptyBranchRule(),
            new ItemScopeRule());

    private TransitionRules() {}
}
