package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all rounds of one workload found, in the order in which it was noted first. Not thread-safe. */
final class Figures {
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private final List<String> failures = new ArrayList<>();

    private record Figure(int decimals, String limit, List<Double> values) {}

    /** Notes what one round found. */
    void add(String name, double value, int decimals) {
        add(name, value, decimals, "");
    }

    /** Notes what one round found, and what it is to be. */
    void add(String name, double value, int decimals, String limit) {
        figures.computeIfAbsent(name, unused -> new Figure(decimals, limit, new ArrayList<>()))
                .values()
                .add(value);
    }

    /** The names of all figures. */
    List<String> names() {
        return List.copyOf(figures.keySet());
    }

    /** The values of a figure, one of each round. */
    List<Double> values(String name) {
        return Objects.requireNonNull(figures.get(name)).values();
    }

    /** Notes that a round found nothing, and why. */
    void fail(String why) {
        failures.add(why);
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    /** A table in Markdown, and what failed. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (!figures.isEmpty()) {
            text.append("| | measured | limit |\n| --- | ---: | --- |\n");
            figures.forEach((name, figure) -> text.append("| %s | %s | %s |\n"
                    .formatted(name, Spread.of(figure.values()).text(figure.decimals()), figure.limit())));
            text.append('\n');
        }
        failures.forEach(failure -> text.append("- ").append(failure).append('\n'));
        return failures.isEmpty() ? text.toString() : text.append('\n').toString();
    }
}
