package dev.cairn.samples.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Makes a flow that shows an unannounced difference smaller, line by line, as long as it shows one of the same artifact. Used by one thread. */
final class Smaller {
    private static final int ROUNDS = 3;

    private static long names = 1_000_000_000_000L;

    private Smaller() {}

    static Judgement of(FlowSketch sketch, Judgement judgement) {
        Difference shown = judgement.unannounced().get(0);
        Judgement best = judgement;
        Set<Line> without = identitySet();
        for (int round = 0; round < ROUNDS; round++) {
            List<Line> left = sketch.lines()
                    .filter(line -> !without.contains(line) && !line.counts())
                    .toList();
            List<Set<Line>> single = new ArrayList<>();
            left.forEach(line -> single.add(with(without, List.of(line))));
            List<Judgement> judged = judge(sketch, single);
            List<Line> removable = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                if (shows(judged.get(i), shown)) {
                    removable.add(left.get(i));
                }
            }
            if (removable.isEmpty()) {
                break;
            }
            List<Set<Line>> more = new ArrayList<>();
            for (int count = removable.size(); count > 0; count--) {
                more.add(with(without, removable.subList(0, count)));
            }
            List<Judgement> together = judge(sketch, more);
            for (int i = 0; i < more.size(); i++) {
                if (shows(together.get(i), shown)) {
                    best = together.get(i);
                    without.addAll(more.get(i));
                    break;
                }
            }
        }
        return best;
    }

    private static List<Judgement> judge(FlowSketch sketch, List<Set<Line>> without) {
        List<FlowSketch> smaller =
                without.stream().map(lines -> sketch.without(lines, names++)).toList();
        return Batch.compile(smaller).stream().map(Judgement::of).toList();
    }

    private static boolean shows(Judgement judgement, Difference shown) {
        return judgement.unannounced().stream()
                .anyMatch(difference -> difference.artifact().equals(shown.artifact())
                        && difference.kind().equals(shown.kind()));
    }

    private static Set<Line> with(Set<Line> lines, List<Line> more) {
        Set<Line> all = identitySet();
        all.addAll(lines);
        all.addAll(more);
        return all;
    }

    private static Set<Line> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
