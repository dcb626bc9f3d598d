package dev.cairn.benchmarks.figures;

import dev.cairn.benchmarks.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a benchmark measures. To be made before the benchmark starts, for the load. Not thread-safe. */
public final class Recorder {
    private final Map<String, String> circumstances = new LinkedHashMap<>();
    private final String loadBefore = Machine.load();
    private final Map<String, Collected> groups = new LinkedHashMap<>();

    private record Collected(String title, Map<String, Figure> figures, List<String> failures) {}

    /**
     * Notes when and on what this is measured.
     *
     * @param rounds how often each figure is measured
     * @param libraries names of jars whose versions are told
     */
    public Recorder(int rounds, String... libraries) {
        circumstances.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        circumstances.put("commit", Machine.commit());
        circumstances.put("JDK", Machine.virtualMachine());
        circumstances.put("machine", Machine.description());
        circumstances.put("rounds", String.valueOf(rounds));
        if (libraries.length > 0) {
            circumstances.put("versions", Machine.versions(libraries));
        }
    }

    /** Notes one more circumstance. */
    public void note(String name, String value) {
        circumstances.put(name, value);
    }

    /** Begins a group that says what it does. */
    public void group(String name, String title) {
        groups.computeIfAbsent(name, unused -> new Collected(title, new LinkedHashMap<>(), new ArrayList<>()));
    }

    /** Notes what one round found. */
    public void add(String group, String figure, double value, int decimals) {
        add(group, figure, List.of(value), decimals, "");
    }

    /** Notes what rounds found, and what it is to be. */
    public void add(String group, String figure, List<Double> values, int decimals, String limit) {
        group(group, "");
        Map<String, Figure> figures = collected(group).figures();
        List<Double> all = new ArrayList<>();
        Figure before = figures.get(figure);
        if (before != null) {
            all.addAll(before.values());
        }
        all.addAll(values);
        figures.put(figure, new Figure(figure, decimals, limit, all));
    }

    /** Notes why a round found nothing. */
    public void fail(String group, String why) {
        group(group, "");
        collected(group).failures().add(why);
    }

    private Collected collected(String group) {
        Collected collected = groups.get(group);
        if (collected == null) {
            throw new IllegalArgumentException("there is no group " + group);
        }
        return collected;
    }

    /** All that was noted. To be asked for when the benchmark has ended, for the load. */
    public List<Group> groups() {
        circumstances.put("load", loadBefore + " before, " + Machine.load() + " after");
        List<Group> all = new ArrayList<>();
        groups.forEach((name, collected) -> all.add(new Group(
                name,
                collected.title(),
                new LinkedHashMap<>(circumstances),
                List.copyOf(collected.figures().values()),
                List.copyOf(collected.failures()))));
        return all;
    }
}
