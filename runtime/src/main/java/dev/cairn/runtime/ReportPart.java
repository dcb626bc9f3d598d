package dev.cairn.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of what a task added to the report of its run. Immutable, except that arrays are not copied. */
public sealed interface ReportPart {
    /**
     * A heading.
     *
     * @param text the text
     */
    record Heading(String text) implements ReportPart {}

    /**
     * A text, which may have several lines.
     *
     * @param text the text
     */
    record Text(String text) implements ReportPart {}

    /**
     * What Cairn says of the report, such as that a part was too large.
     *
     * @param text a sentence
     */
    record Note(String text) implements ReportPart {}

    /**
     * A table.
     *
     * @param columns the headings of the columns
     * @param rows the cells, row by row, as many as there are columns
     */
    record Table(List<String> columns, List<List<String>> rows) implements ReportPart {
        /**
         * Copies the lists.
         *
         * @param columns the headings of the columns
         * @param rows the cells, row by row, as many as there are columns
         */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A chart with lines.
     *
     * @param title what the chart shows
     * @param lines the values by the name of the line; do not change them
     */
    record LineChart(String title, Map<String, double[]> lines) implements ReportPart {
        /**
         * Copies the map.
         *
         * @param title what the chart shows
         * @param lines the values by the name of the line; do not change them
         */
        public LineChart {
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        }
    }

    /**
     * A chart with bars.
     *
     * @param title what the chart shows
     * @param bars the values by the name of the bar
     */
    record BarChart(String title, Map<String, Double> bars) implements ReportPart {
        /**
         * Copies the map.
         *
         * @param title what the chart shows
         * @param bars the values by the name of the bar
         */
        public BarChart {
            bars = Collections.unmodifiableMap(new LinkedHashMap<>(bars));
        }
    }

    /**
     * An image.
     *
     * @param description what is to be seen
     * @param type its media type, such as {@code image/png}
     * @param content the file; do not change it
     */
    record Image(String description, String type, byte[] content) implements ReportPart {}
}
