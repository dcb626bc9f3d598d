package dev.cairn.processor.rule.common;

import dev.cairn.processor.rule.Rules;

/** Something that must hold of every flow. Stateless; {@link Rules} asks it once what it has to look at is known. */
public sealed interface Rule permits SourceRule, GraphRule, BodyRule, DataRule {
    /** What cannot be told any more of a flow in which a rule is broken. */
    enum Spoils {
        /** Which edges the graph is to have. */
        EDGES,
        /** Whether the graph is the one that was meant, so that it is not known how data moves through it. */
        GRAPH,
        /** Nothing: the graph is sound in any case. */
        NOTHING
    }

    /** The stable name of the rule, which stands in its messages. */
    String id();

    /** What is in doubt where it is broken by an error. */
    default Spoils spoils() {
        return Spoils.GRAPH;
    }
}
