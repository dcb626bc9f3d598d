package dev.cairn.view.report;

import dev.cairn.runtime.ReportPart.LineChart;
import java.util.Map;

/** Draws a chart with lines, which a task added to the report of its run: its axes are text beside it, so that they stay as large as text. */
final class AddedChart {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 200;
    private static final int GRID = 4;

    private final LineChart chart;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private int longest;

    private AddedChart(LineChart chart) {
        this.chart = chart;
        for (double[] line : chart.lines().values()) {
            longest = Math.max(longest, line.length);
            for (double value : line) {
                if (Double.isFinite(value)) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
        }
    }

    static void write(Html html, LineChart chart) {
        new AddedChart(chart).write(html);
    }

    private void write(Html html) {
        html.open("figure").element("figcaption", chart.title());
        if (least > greatest) {
            html.element("p", "It has no values.", "class", "faint").closeLine();
            return;
        }
        html.open("div", "class", "chart");
        html.open("div", "class", "scale", "aria-hidden", "true");
        html.element("span", Amount.value(greatest))
                .element("span", Amount.value(least))
                .close();
        html.open(
                "svg",
                "viewBox",
                "0 0 1000 200",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                describe());
        StringBuilder grid = new StringBuilder();
        for (int i = 0; i <= GRID; i++) {
            grid.append("M0 ").append(Html.number(i * HEIGHT / GRID)).append("H1000");
        }
        html.open("path", "class", "rule", "d", grid.toString()).close();
        int number = 0;
        for (double[] line : chart.lines().values()) {
            html.open("path", "class", "series series-" + number++, "d", path(line))
                    .close();
        }
        html.close();
        html.open("div", "class", "steps", "aria-hidden", "true");
        html.element("span", "0")
                .element("span", Amount.number(longest - 1L))
                .close()
                .close();
        html.open("ul", "class", "legend");
        number = 0;
        for (Map.Entry<String, double[]> line : chart.lines().entrySet()) {
            html.open("li").open("svg", "width", "22", "height", "10", "aria-hidden", "true");
            html.open("path", "class", "series series-" + number++, "d", "M1 5H21")
                    .close()
                    .close();
            html.text(line.getKey() + last(line.getValue())).close();
        }
        html.close().closeLine();
    }

    private static String last(double[] line) {
        return line.length == 0 ? "" : ", last " + Amount.value(line[line.length - 1]);
    }

    private String describe() {
        return chart.title() + ": " + Amount.count(chart.lines().size(), "line") + " of up to "
                + Amount.count(longest, "value") + ", from " + Amount.value(least) + " to " + Amount.value(greatest);
    }

    private String path(double[] line) {
        StringBuilder path = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < line.length; i++) {
            if (!Double.isFinite(line[i])) {
                open = false;
                continue;
            }
            double x = longest == 1 ? WIDTH / 2 : WIDTH * i / (longest - 1);
            double share = greatest == least ? 0.5 : (line[i] - least) / (greatest - least);
            path.append(open ? "L" : "M").append(Html.number(x)).append(" ").append(Html.number(HEIGHT * (1 - share)));
            boolean alone = !open && (i + 1 == line.length || !Double.isFinite(line[i + 1]));
            path.append(alone ? "h0" : "");
            open = true;
        }
        return path.toString();
    }
}
