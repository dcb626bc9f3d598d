package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Something that must hold of the data that moves through every flow whose graph is sound. Stateless. */
interface DataRule {
    /** The stable name of the rule, which stands in its messages. */
    String id();

    /** Where the data breaks the rule. */
    List<Problem> check(DataFlow data);
}
