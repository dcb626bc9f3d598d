package dev.cairn.benchmarks.results;

import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.results.Panel.Bar;
import dev.cairn.benchmarks.results.Panel.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A chart as SVG: horizontal bars, each panel on a scale of its own that begins at zero. It brings its own background, and other colours for
 * whoever prefers dark ones. Used by one thread.
 */
final class Chart {
    private static final int WIDTH = 760;
    private static final int LEFT = 200;
    private static final int LENGTH = 420;
    private static final int BAR = 15;
    private static final int STEP = 21;
    private static final int HEAD = 26;
    private static final int GAP = 20;

    private static final String STYLE = """
            <style>
            .page { fill: #ffffff; stroke: #d8dee4 }
            .title { font-weight: 600; fill: #1f2328 }
            .label, .value { fill: #1f2328 }
            .unit { fill: #59636e }
            .cairn { fill: #0969da }
            .peer { fill: #afb8c1 }
            .spread { stroke: #1f2328; stroke-width: 1.5 }
            .mark { stroke: #cf222e; stroke-width: 2; stroke-dasharray: 4 3 }
            .key { fill: #cf222e }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117; stroke: #3d444d }
            .title, .label, .value { fill: #f0f6fc }
            .unit { fill: #9198a1 }
            .cairn { fill: #4493f8 }
            .peer { fill: #59636e }
            .spread { stroke: #f0f6fc }
            .mark { stroke: #ff7b72 }
            .key { fill: #ff7b72 }
            }
            </style>
            """;

    private final Measurements measurements;
    private final StringBuilder drawn = new StringBuilder();
    private int y = 16;

    private Chart(Measurements measurements) {
        this.measurements = measurements;
    }

    /** The chart of a section; empty if nothing of it was measured. */
    static Optional<String> of(Section section, Measurements measurements) {
        Chart chart = new Chart(measurements);
        section.panels().forEach(chart::panel);
        return chart.drawn.isEmpty() ? Optional.empty() : Optional.of(chart.svg(section.title()));
    }

    private String svg(String title) {
        text(
                "key",
                LEFT,
                y + 4,
                "start",
                "dashed: the target of Cairn; thin line: from the least to the greatest of the rounds");
        int height = y + 20;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                font-family="-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="12">
                <title>%3$s</title>
                %4$s<rect class="page" x="0.5" y="0.5" width="%5$d" height="%6$d" rx="6"/>
                %7$s</svg>
                """.formatted(WIDTH, height, escape(title), STYLE, WIDTH - 1, height - 1, drawn);
    }

    private void panel(Panel panel) {
        List<Bar> bars = panel.bars().stream()
                .filter(bar -> measurements.figure(bar.source()).isPresent())
                .toList();
        if (bars.isEmpty()) {
            return;
        }
        List<Double> marks = panel.marks().stream()
                .map(this::place)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        double longest = Stream.concat(bars.stream().map(bar -> spread(bar).high()), marks.stream())
                .max(Double::compare)
                .orElseThrow();
        text("title", 16, y + 12, "start", panel.title());
        text("unit", WIDTH - 16, y + 12, "end", panel.unit());
        y += HEAD;
        int top = y;
        bars.forEach(bar -> bar(bar, longest));
        for (double mark : marks) {
            double x = LEFT + LENGTH * mark / longest;
            line("mark", x, top - 3, x, y - STEP + BAR + 3);
        }
        y += GAP - STEP + BAR;
    }

    private void bar(Bar bar, double longest) {
        Spread spread = spread(bar);
        double end = LENGTH * spread.median() / longest;
        text("label", LEFT - 8, y + 12, "end", bar.label());
        drawn.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
                bar.cairn() ? "cairn" : "peer",
                LEFT,
                y,
                Math.max(1, end),
                BAR));
        double high = LENGTH * spread.high() / longest;
        line("spread", LEFT + LENGTH * spread.low() / longest, y + BAR / 2.0, LEFT + high, y + BAR / 2.0);
        text("value", WIDTH - 16, y + 12, "end", Numbers.short3(spread.median()));
        y += STEP;
    }

    private Spread spread(Bar bar) {
        return measurements.figure(bar.source()).map(Figure::spread).orElseThrow();
    }

    private OptionalDouble place(Mark mark) {
        if (mark.of().isEmpty()) {
            return OptionalDouble.of(mark.factor());
        }
        List<Figure> figures = mark.of().stream()
                .flatMap(source -> measurements.figure(source).stream())
                .toList();
        return figures.size() < mark.of().size()
                ? OptionalDouble.empty()
                : figures.stream()
                        .mapToDouble(figure -> mark.factor() * figure.spread().median())
                        .min();
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        drawn.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                style,
                x1,
                y1,
                x2,
                y2));
    }

    private void text(String style, double x, double baseline, String anchor, String text) {
        drawn.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                style,
                x,
                baseline,
                anchor,
                escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
