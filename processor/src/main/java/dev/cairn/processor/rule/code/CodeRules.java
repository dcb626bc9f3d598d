package dev.cairn.processor.rule.code;

import dev.cairn.processor.rule.common.Rule;
import java.util.List;

/** What must hold of the code of the steps. */
public final class CodeRules {
    /** The rules, in the order in which they are asked. */
    public static final List<Rule> ALL = List.of(
            new ParameterAssignmentRule(),
            new FixedValueRule(),
            new SecretValueRule(),
            new SecretDefaultRule(),
            new ChangedCopyRule(),
            new UnassignedPrivateFieldRule(),
            new OverwrittenValueRule(),
            new StaticAssignmentRule(),
            new UnknownMethodRule(),
            new LeakingThisRule(),
            new UnassignedArtifactRule(),
            new UnassignedTransitionRule(),
            new UnmergedArtifactRule(),
            new CaughtInputRule(),
            new MissingFromMergeRule(),
            new MergeConflictRule(),
            new ConditionalMergeRule(),
            new SharedValueRule(),
            new UnusedArtifactRule());

    private CodeRules() {}
}
