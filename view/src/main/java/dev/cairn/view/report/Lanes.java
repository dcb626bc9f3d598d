package dev.cairn.view.report;

import dev.cairn.view.report.Occupancy.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts attempts on lines, so that none covers another. */
final class Lanes {
    private Lanes() {}

    /** Tasks one below the other where they ran at once; all attempts of one are on one line, in the order of their starts. */
    static List<List<Bar>> of(List<Bar> bars) {
        Map<String, List<Bar>> tasks = new HashMap<>();
        bars.forEach(bar ->
                tasks.computeIfAbsent(bar.task(), unused -> new ArrayList<>()).add(bar));
        tasks.values().forEach(attempts -> attempts.sort(Comparator.comparingLong(Bar::start)));
        List<List<Bar>> ordered = new ArrayList<>(tasks.values());
        ordered.sort(
                Comparator.comparingLong((List<Bar> attempts) -> attempts.get(0).start())
                        .thenComparing(attempts -> attempts.get(0).task()));
        List<List<Bar>> lanes = new ArrayList<>();
        for (List<Bar> attempts : ordered) {
            List<Bar> lane = lanes.stream()
                    .filter(each ->
                            each.get(each.size() - 1).end() <= attempts.get(0).start())
                    .findFirst()
                    .orElse(null);
            if (lane == null) {
                lane = new ArrayList<>();
                lanes.add(lane);
            }
            lane.addAll(attempts);
        }
        return lanes;
    }
}
