package dev.cairn.view.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The time of a run, from left to right.
 *
 * @param range how long it took, in microseconds
 */
record TimeAxis(double range) {
    private static final int MOST_TICKS = 6;
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final long[] ROUND = {1, 2, 5};

    /** Round distances between half a minute and a day, in seconds. */
    private static final long[] SECONDS = {30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200};

    /** The times that get a line and a label, in microseconds: round ones, and no more than a few. */
    List<Long> ticks() {
        long distance = distance();
        List<Long> ticks = new ArrayList<>();
        for (long at = 0; at <= range; at += distance) {
            ticks.add(at);
        }
        return ticks;
    }

    private long distance() {
        for (long power = 1; power < 10 * SECOND; power *= 10) {
            for (long round : ROUND) {
                if (range <= MOST_TICKS * round * power && round * power < 30 * SECOND) {
                    return round * power;
                }
            }
        }
        for (long seconds : SECONDS) {
            if (range <= (double) MOST_TICKS * seconds * SECOND) {
                return seconds * SECOND;
            }
        }
        long days = 1;
        while (range > (double) MOST_TICKS * days * DAY) {
            days *= 2;
        }
        return days * DAY;
    }

    /** How far to the right a time is, from 0 to 100. */
    double share(long micros) {
        return range <= 0 ? 0 : Math.max(0, Math.min(100, 100.0 * micros / range));
    }

    /** As coordinates of SVG have it. */
    static String percent(double share) {
        return Html.number(share) + "%";
    }

    /** Writes the labels. */
    void writeLabels(Html html) {
        html.open("svg", "class", "track", "height", "18");
        for (long tick : ticks()) {
            double share = share(tick);
            String anchor = share > 94 ? "end" : share < 1 ? "start" : "middle";
            html.element("text", Amount.micros(tick), "x", percent(share), "y", "12", "text-anchor", anchor);
        }
        html.close();
    }

    /** Writes the lines, as wide and as high as what they are in. */
    void writeGrid(Html html) {
        StringBuilder lines = new StringBuilder();
        ticks().forEach(tick ->
                lines.append("M").append(Html.number(10 * share(tick))).append(" 0V1"));
        html.open(
                "svg",
                "class",
                "grid",
                "viewBox",
                "0 0 1000 1",
                "preserveAspectRatio",
                "none",
                "width",
                "100%",
                "height",
                "100%");
        html.open("path", "d", lines.toString()).close().close();
    }
}
