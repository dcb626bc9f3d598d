package dev.cairn.benchmarks.results;

import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of results, in Markdown: of each row what it is to be, what was measured, and why it is missed. Used by one thread. */
final class ResultsPage {
    private final Measurements measurements;
    private final Misses misses;
    private final StringBuilder text = new StringBuilder();

    private ResultsPage(Measurements measurements, Misses misses) {
        this.measurements = measurements;
        this.misses = misses;
    }

    /**
     * The page.
     *
     * @param charts the folder of charts, as the page links to it
     */
    static String of(List<Section> sections, Measurements measurements, Misses misses, String charts) {
        ResultsPage page = new ResultsPage(measurements, misses);
        page.head(sections);
        for (Section section : sections) {
            page.section(section, charts);
        }
        page.circumstances();
        return page.text.toString();
    }

    private void head(List<Section> sections) {
        List<Verdict> verdicts = sections.stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.targets().stream().map(target -> row.verdict(target, measurements)))
                .toList();
        text.append("""
                # Results

                What Cairn costs, beside peers and beside what the machine can do at most, and what it is to cost. Ratios are of figures that were
                measured side by side, in the same round; each is the median of the rounds, and behind it are the least and the greatest. [The page
                of the benchmarks](README.md) says how each is measured, [the profiles](PROFILE.md) where the time goes. The figures are those of
                one machine, which is named at the end: run `benchmarks/run all` for those of yours. `benchmarks/run results` makes this page of the
                files in `results`, without measuring.

                Of %d targets %d are met, %d are missed, and %d were not measured.

                """.formatted(
                        verdicts.stream()
                                .filter(verdict -> verdict != Verdict.NONE && verdict != Verdict.NOT_NEEDED)
                                .count(),
                        count(verdicts, Verdict.MET),
                        count(verdicts, Verdict.MISSED),
                        count(verdicts, Verdict.UNKNOWN)));
    }

    private static long count(List<Verdict> verdicts, Verdict verdict) {
        return verdicts.stream().filter(verdict::equals).count();
    }

    private void section(Section section, String charts) {
        text.append("## ").append(section.title()).append("\n\n");
        if (Chart.of(section, measurements).isPresent()) {
            text.append("![%s](%s/%s.svg)\n\n".formatted(section.title(), charts, section.chart()));
        }
        text.append("""
                | | measured is | target | measured | spread | |
                | --- | --- | --- | ---: | ---: | --- |
                """);
        for (Row row : section.rows()) {
            String title = row.title();
            for (Target target : row.targets()) {
                text.append("| %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                title,
                                target.what(),
                                target.bound().text(),
                                target.spread(measurements)
                                        .map(spread -> Numbers.short3(spread.median()))
                                        .orElse(""),
                                target.spread(measurements)
                                        .map(ResultsPage::spread)
                                        .orElse(""),
                                row.verdict(target, measurements).text()));
                title = "";
            }
        }
        text.append('\n');
        for (Row row : section.rows()) {
            text.append("- **")
                    .append(row.title())
                    .append("**: ")
                    .append(row.fairness())
                    .append('\n');
        }
        text.append('\n');
        missed(section);
    }

    private static String spread(Spread spread) {
        return Numbers.short3(spread.low()) + " to " + Numbers.short3(spread.high());
    }

    private void missed(Section section) {
        Map<Target, String> missed = new LinkedHashMap<>();
        for (Row row : section.rows()) {
            for (Target target : row.targets()) {
                if (row.verdict(target, measurements) == Verdict.MISSED) {
                    missed.put(target, row.title());
                }
            }
        }
        if (missed.isEmpty()) {
            return;
        }
        text.append("### Missed\n\n");
        missed.forEach((target, row) -> text.append("**%s, %s** (`%s`). %s\n\n"
                .formatted(
                        row,
                        target.what(),
                        target.id(),
                        misses.texts().getOrDefault(target.id(), "Nobody has looked into it yet."))));
    }

    private void circumstances() {
        text.append("## Measured on\n\n");
        measurements.groups().forEach((benchmark, groups) -> {
            Map<Map<String, String>, List<String>> same = new LinkedHashMap<>();
            for (Group group : groups) {
                same.computeIfAbsent(group.circumstances(), unused -> new ArrayList<>())
                        .add(group.name());
            }
            same.forEach((circumstances, names) -> text.append("- **%s**%s: %s.\n"
                    .formatted(
                            benchmark,
                            same.size() > 1 ? " (" + String.join(", ", names) + ")" : "",
                            circumstances.entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())
                                    .collect(Collectors.joining("; ")))));
        });
        Set<String> failures = new LinkedHashSet<>();
        measurements
                .groups()
                .forEach((benchmark, groups) -> groups.forEach(group -> group.failures()
                        .forEach(failure ->
                                failures.add("- **%s**, %s: %s\n".formatted(benchmark, group.name(), failure)))));
        if (!failures.isEmpty()) {
            text.append("\nRounds that failed:\n\n");
            failures.forEach(text::append);
        }
    }
}
