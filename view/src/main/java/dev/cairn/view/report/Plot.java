package dev.cairn.view.report;

/** Draws numbers as a line, small enough for a line of a table. It has no text; what is next to it says the numbers. */
final class Plot {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 40;
    private static final double MARGIN = 4;
    private static final int DOTS = 60;

    private Plot() {}

    /** A line through the numbers, or through the means of groups, in the band of their least and greatest. */
    static void write(Html html, NumberSeries series, String description) {
        html.open(
                "svg",
                "class",
                "plot",
                "viewBox",
                "0 0 240 40",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                description);
        if (series.isGrouped()) {
            html.open("path", "class", "band", "d", band(series)).close();
        }
        html.open("path", "class", "line", "d", line(series)).close();
        if (series.groups() <= DOTS) {
            html.open("path", "class", "dots", "d", dots(series)).close();
        }
        html.close();
    }

    private static String line(NumberSeries series) {
        StringBuilder path = new StringBuilder();
        boolean open = false;
        for (int group = 0; group < series.groups(); group++) {
            if (series.isEmpty(group)) {
                open = false; // a task without the number interrupts the line
                continue;
            }
            path.append(open ? "L" : "M").append(point(series, group, series.mean(group)));
            open = true;
        }
        return path.toString();
    }

    private static String dots(NumberSeries series) {
        StringBuilder path = new StringBuilder();
        for (int group = 0; group < series.groups(); group++) {
            if (!series.isEmpty(group)) {
                path.append("M")
                        .append(point(series, group, series.mean(group)))
                        .append("h0");
            }
        }
        return path.toString();
    }

    private static String band(NumberSeries series) {
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (int group = 0; group < series.groups(); group++) {
            if (!series.isEmpty(group)) {
                above.append(above.isEmpty() ? "M" : "L").append(point(series, group, series.greatest(group)));
                below.insert(0, "L" + point(series, group, series.least(group)));
            }
        }
        return above.append(below).append("z").toString();
    }

    private static String point(NumberSeries series, int group, double number) {
        double x = series.groups() == 1 ? WIDTH / 2 : MARGIN + (WIDTH - 2 * MARGIN) * group / (series.groups() - 1);
        double span = series.maximum() - series.minimum();
        double share = span == 0 ? 0.5 : (number - series.minimum()) / span;
        return Html.number(x) + " " + Html.number(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
    }
}
