package dev.cairn.engine.temporal;

import dev.cairn.engine.temporal.RateBenchmark.Figure;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What {@link RateBenchmark} found, as Markdown.
 *
 * @param items the elements of a foreach
 * @param millis how long the slow ones take
 * @param rounds the iterations of the loop
 * @param workers the worker processes
 * @param atOnce how many slow tasks all workers run at once
 */
record RateReport(int items, int millis, int rounds, int workers, int atOnce) {
    String text(Map<String, List<Figure>> figures) {
        return """
                # Temporal

                %s %s; %s %s, %d processors; load %.1f. Temporal's server for tests, in memory, and %d workers: all on this machine, new processes \
                for each figure; the store is `file:`. Median of %d rounds, in brackets the least and the \
                greatest.

                | | tasks in a second | beside | ratio | limit | events per task | longest history, KB |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                %s%s%s%s
                """.formatted(
                System.getProperty("java.vm.name"),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                workers,
                figures.get("cairn-loop").size(),
                row(
                        "foreach of %,d, 0 ms each; a bare workflow with an activity for each".formatted(items),
                        figures.get("cairn-foreach"),
                        figures.get("bare-foreach"),
                        "10",
                        items),
                row(
                        "the same, after a run of %,d by these processes".formatted(items / RateBenchmark.PART_BEFORE),
                        figures.get("cairn-warm"),
                        figures.get("bare-warm"),
                        "10",
                        items),
                ideal(figures.get("cairn-slow"), figures.get("bare-slow")),
                row(
                        "loop of %,d; a bare workflow with local activities".formatted(rounds),
                        figures.get("cairn-loop"),
                        figures.get("bare-loop"),
                        "1",
                        rounds));
    }

    private static String row(String what, List<Figure> cairn, List<Figure> bare, String limit, int tasks) {
        return line(what, spread(cairn, 0, Figure::rate), spread(bare, 0, Figure::rate), ratios(cairn, bare), limit)
                + history(cairn, tasks);
    }

    /** What as many tasks at once could do if nothing else took time; the bare workflow is there to compare. */
    private String ideal(List<Figure> cairn, List<Figure> bare) {
        double ideal = atOnce * 1000.0 / millis;
        return line(
                        "foreach of %,d, %d ms each, %d at once; the ideal (a bare workflow: %s)"
                                .formatted(items, millis, atOnce, spread(bare, 1, Figure::rate)),
                        spread(cairn, 1, Figure::rate),
                        String.format(Locale.ROOT, "%.0f", ideal),
                        spread(cairn, 2, figure -> figure.rate() / ideal),
                        "0.9")
                + history(cairn, items);
    }

    private static String line(String what, String cairn, String beside, String ratio, String limit) {
        return "| " + String.join(" | ", what, cairn, beside, ratio, "at least " + limit) + " | ";
    }

    private static String history(List<Figure> cairn, int tasks) {
        return spread(cairn, 4, figure -> (double) figure.events() / tasks) + " | "
                + spread(cairn, 0, figure -> figure.bytes() / 1000.0) + " |\n";
    }

    /** Of the same round. */
    private static String ratios(List<Figure> cairn, List<Figure> bare) {
        return spread(
                cairn,
                1,
                figure -> figure.rate() / bare.get(cairn.indexOf(figure)).rate());
    }

    private static String spread(List<Figure> figures, int decimals, ToDoubleFunction<Figure> value) {
        double[] sorted = figures.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return String.format(
                Locale.ROOT,
                "%%.%1$df (%%.%1$df-%%.%1$df)".formatted(decimals),
                median,
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
