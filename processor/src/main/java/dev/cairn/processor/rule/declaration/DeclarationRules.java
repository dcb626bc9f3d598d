package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.rule.common.Rule;
import java.util.List;

/** What must hold of the flow class, its steps and their annotations, each by itself. */
public final class DeclarationRules {
    /** The rules, in the order in which they are asked. */
    public static final List<Rule> ALL = List.of(
            new FlowClassRule(),
            new FlowNameRule(),
            new InheritedMemberRule(),
            new ReservedNameRule(),
            new CollidingNamesRule(),
            new DuplicateStepRule(),
            new StepMethodRule(),
            new StepParameterRule(),
            new OptionNameRule(),
            new DecoratorRule(),
            new CatchRule(),
            new IterationsNameRule());

    private DeclarationRules() {}
}
