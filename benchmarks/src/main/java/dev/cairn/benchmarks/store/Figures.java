package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.figures.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all rounds of one workload found, in the order in which it was noted first. Not thread-safe. */
final class Figures {
    private final Map<String, Noted> figures = new LinkedHashMap<>();

    private final List<String> failures = new ArrayList<>();

    private record Noted(int decimals, String limit, List<Double> values) {}

    /** Notes what one round found. */
    void add(String name, double value, int decimals) {
        add(name, value, decimals, "");
    }

    /** Notes what one round found, and what it is to be. */
    void add(String name, double value, int decimals, String limit) {
        figures.computeIfAbsent(name, unused -> new Noted(decimals, limit, new ArrayList<>()))
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

    /** All figures. */
    List<Figure> figures() {
        List<Figure> all = new ArrayList<>();
        figures.forEach((name, noted) -> all.add(new Figure(name, noted.decimals(), noted.limit(), noted.values())));
        return all;
    }

    /** Notes that a round found nothing, and why. */
    void fail(String why) {
        failures.add(why);
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    /** Why rounds found nothing. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
