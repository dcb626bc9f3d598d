package dev.cairn.processor.rule;

import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Severity;
import dev.cairn.processor.rule.common.Rule;
import dev.cairn.processor.rule.common.Rule.Spoils;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the rules have found of one flow so far, and what is in doubt for that. Mutable, used by one check. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Spoils> spoilt = EnumSet.noneOf(Spoils.class);

    /** Adds what a rule says. */
    void add(Rule rule, List<Problem> found) {
        problems.addAll(found);
        if (found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            spoilt.add(rule.spoils());
        }
    }

    /** All problems, in no order. */
    List<Problem> problems() {
        return problems;
    }

    /** Whether the edges of the graph are those that were meant. */
    boolean edgesAreCertain() {
        return !spoilt.contains(Spoils.EDGES);
    }

    /** Whether the graph is the one that was meant. */
    boolean graphIsCertain() {
        return edgesAreCertain() && !spoilt.contains(Spoils.GRAPH);
    }

    /** Whether nothing is certainly wrong. */
    boolean hasNoError() {
        return spoilt.isEmpty();
    }
}
