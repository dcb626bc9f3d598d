package dev.cairn.processor.rule;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Something that must hold of every flow, and that can be told without its graph. Stateless. */
non-sealed interface SourceRule extends Rule {
    /** Where the flow breaks the rule. */
    List<Problem> check(FlowSource source);
}
