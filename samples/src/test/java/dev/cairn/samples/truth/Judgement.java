package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Compiled.Said;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of one flow.
 *
 * @param verdict in one word
 * @param unannounced differences that nothing announced
 * @param messages the rules that said something of it
 * @param story all that a person needs to understand why it is unannounced, or broken
 */
record Judgement(Verdict verdict, List<Difference> unannounced, Set<String> messages, String story) {
    /** From the best to the worst. */
    enum Verdict {
        /** What steps read and leave is the same on plain objects. */
        SAME,
        /** The same, and both fail: the branches of a join disagree. A warning of that was right. */
        BOTH_FAIL,
        /** It is another, as was announced. */
        ANNOUNCED,
        /** Plain objects cannot tell: a step changes an unchangeable list, or a view of what has changed, and fails there. */
        DOCUMENTED,
        /** The compiler refuses the flow. */
        REFUSED,
        /** It is another, and nobody said so. */
        UNANNOUNCED,
        /** It is no Java. */
        BROKEN;

        Verdict and(Verdict other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    static Judgement of(Compiled flow) {
        Set<String> messages = flow.messages().stream().map(Said::id).collect(Collectors.toCollection(TreeSet::new));
        if (flow.broken() != null) {
            return new Judgement(Verdict.BROKEN, List.of(), messages, flow.broken());
        } else if (flow.refused()) {
            return new Judgement(Verdict.REFUSED, List.of(), messages, "");
        }
        TwoRuns without = TwoRuns.of(flow, false);
        TwoRuns with = TwoRuns.of(flow, true);
        TwoRuns worse = without.unannounced().isEmpty() ? with : without;
        return new Judgement(
                without.verdict().and(with.verdict()),
                worse.unannounced(),
                messages,
                worse.unannounced().isEmpty() ? "" : worse + said(flow) + SourceText.flow(flow.sketch()));
    }

    private static String said(Compiled flow) {
        return flow.messages().stream()
                .map(said -> " said: " + said.text() + "\n")
                .collect(Collectors.joining());
    }
}
