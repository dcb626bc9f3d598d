package dev.cairn.processor.rule.common;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Something that must hold of the data that moves through every flow whose graph is sound. Stateless. */
public non-sealed interface DataRule extends Rule {
    /** Where the data breaks the rule. */
    List<Problem> check(DataFlow data);

    /** Whether it is asked only of flows that break no rule which is an error. */
    default boolean isLast() {
        return false;
    }
}
