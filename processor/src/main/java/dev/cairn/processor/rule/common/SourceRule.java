package dev.cairn.processor.rule.common;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Something that must hold of every flow, and that can be told without its graph. Stateless. */
public non-sealed interface SourceRule extends Rule {
    /** Where the flow breaks the rule. */
    List<Problem> check(FlowSource source);
}
