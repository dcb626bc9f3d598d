package dev.cairn.benchmarks.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured side by side. Immutable.
 *
 * @param name within its benchmark
 * @param title what was done; empty if the name says it
 * @param circumstances when and on what, in the order in which it is told
 * @param figures in the order of the report
 * @param failures why rounds found nothing
 */
public record Group(
        String name, String title, Map<String, String> circumstances, List<Figure> figures, List<String> failures) {

    /** The figure of this name, if it was measured. */
    public Optional<Figure> figure(String figure) {
        return figures.stream().filter(each -> each.name().equals(figure)).findFirst();
    }
}
