package dev.cairn.benchmarks.results;

import java.util.List;

/**
 * What Cairn does, and what is asked of it.
 *
 * @param title what it does, and how much of it
 * @param one whether one of the targets is enough
 * @param targets what is asked
 * @param fairness how it is compared: what is durable, what is warm, and what the other does more or less
 */
record Row(String title, boolean one, List<Target> targets, String fairness) {
    /** What became of one of the targets. */
    Verdict verdict(Target target, Measurements measurements) {
        Verdict verdict = target.verdict(measurements);
        boolean another = one && targets.stream().anyMatch(each -> each.verdict(measurements) == Verdict.MET);
        return verdict == Verdict.MISSED && another ? Verdict.NOT_NEEDED : verdict;
    }
}
