package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.figures.Recorder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of the benchmark of the store, in Markdown. To be made before the benchmark starts, for the load. Not thread-safe. */
final class StoreReport {
    private final Recorder recorder;
    private final Map<Workload, Figures> found = new LinkedHashMap<>();

    StoreReport(int rounds, String disk) {
        recorder = new Recorder(rounds, "sqlite-jdbc", "zstd-jni", "kryo5", "spring-batch-core", "h2");
        recorder.note("disk", disk);
    }

    /** Where the figures of a workload are noted. */
    Figures figures(Workload workload) {
        return found.computeIfAbsent(workload, unused -> new Figures());
    }

    boolean hasFailures() {
        return found.values().stream().anyMatch(Figures::hasFailures);
    }

    /** What was found, a group for each workload. */
    List<Group> groups() {
        found.forEach((workload, figures) -> {
            recorder.group(workload.name(), workload.title() + ".");
            figures.figures()
                    .forEach(figure -> recorder.add(
                            workload.name(), figure.name(), figure.values(), figure.decimals(), figure.limit()));
            figures.failures().forEach(failure -> recorder.fail(workload.name(), failure));
        });
        return recorder.groups();
    }

    /** The text about groups, some of which may have been measured at other times. */
    static String text(List<Group> groups) {
        StringBuilder text = new StringBuilder("""
                # The `file:` store, beside bare SQLite and bare files

                Each figure is the median of the rounds and, in brackets, the least and the greatest. Ratios are of the same round.

                """);
        String before = "";
        for (Group group : groups) {
            String circumstances = group.circumstances().entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue())
                    .collect(Collectors.joining("; ", "", ".\n\n"));
            text.append(circumstances.equals(before) ? "" : circumstances);
            before = circumstances;
            text.append("## ").append(group.name()).append("\n\n");
            text.append(group.title()).append("\n\n").append(table(group));
        }
        return text.toString();
    }

    private static String table(Group group) {
        StringBuilder text = new StringBuilder();
        if (!group.figures().isEmpty()) {
            text.append("| | measured | limit |\n| --- | ---: | --- |\n");
            for (Figure figure : group.figures()) {
                text.append("| %s | %s | %s |\n"
                        .formatted(figure.name(), figure.spread().text(figure.decimals()), figure.limit()));
            }
            text.append('\n');
        }
        group.failures().forEach(failure -> text.append("- ").append(failure).append('\n'));
        return group.failures().isEmpty() ? text.toString() : text.append('\n').toString();
    }
}
