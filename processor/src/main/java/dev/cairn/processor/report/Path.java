package dev.cairn.processor.report;

import java.util.List;

/** Shows a path through a flow; of a long one only how it begins and how it ends. */
final class Path {
    private static final int LONGEST = 12;
    private static final int SHOWN = 5;

    private Path() {}

    static String text(List<String> steps) {
        if (steps.size() <= LONGEST) {
            return String.join(" -> ", steps);
        }
        String beginning = String.join(" -> ", steps.subList(0, SHOWN));
        String end = String.join(" -> ", steps.subList(steps.size() - SHOWN, steps.size()));
        return beginning + " -> (" + (steps.size() - 2 * SHOWN) + " more) -> " + end;
    }
}
