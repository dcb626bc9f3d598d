package dev.cairn.processor.rule.common;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Something that must hold of the code of every flow, and that can be told without its graph. Stateless. */
public non-sealed interface BodyRule extends Rule {
    /** Where the code breaks the rule. */
    List<Problem> check(FlowSource source, FlowBodies bodies);
}
