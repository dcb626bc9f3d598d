package dev.cairn.processor.rule.common;

import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Something that must hold of the graph of every flow whose first step is known. Stateless. */
public non-sealed interface GraphRule extends Rule {
    /** Where the graph breaks the rule. */
    List<Problem> check(FlowSource source, ExaminedGraph graph);
}
