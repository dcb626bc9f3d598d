package dev.cairn.benchmarks.results;

import java.util.List;

/**
 * Rows that belong together, and the chart that is shown with them.
 *
 * @param title of the section
 * @param chart name of its file, without {@code .svg}
 * @param rows its rows
 * @param panels of the chart
 */
record Section(String title, String chart, List<Row> rows, List<Panel> panels) {}
