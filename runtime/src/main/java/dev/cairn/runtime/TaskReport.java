package dev.cairn.runtime;

import dev.cairn.runtime.report.CollectedReport;
import java.util.List;
import java.util.Map;

/**
 * What a task adds to the report of its run: parts that stand below each other, in the order of the calls. They are stored when the attempt
 * ends, also if it fails, and are read with {@code Task.report()} of the client and shown by {@code report}. All text is shown as text: it
 * is never taken for HTML. Of what is too large, only the beginning is kept, and a part says so; no step fails because of that. Thread-safe.
 *
 * <pre>{@code
 * task.report()
 *         .heading("Training")
 *         .lineChart("Loss by epoch", Map.of("training", losses, "validation", validationLosses))
 *         .table(List.of("Species", "Right", "Wrong"), rows)
 *         .image("Confusion matrix", png);
 * }</pre>
 *
 * <p>All methods throw a {@link NullPointerException} if an argument is null. Elements and values of collections may be null where it is
 * said. What is added after the attempt has ended is ignored.
 */
public interface TaskReport {
    /**
     * Adds a heading.
     *
     * @param text the text, of which only the beginning is kept if it is very long
     * @return this report
     */
    TaskReport heading(String text);

    /**
     * Adds a text, which may have several lines.
     *
     * @param text the text, of which only the beginning is kept if it is very long
     * @return this report
     */
    TaskReport text(String text);

    /**
     * Adds a table.
     *
     * @param columns the headings of the columns, at least one
     * @param rows the cells, row by row, as many as there are columns; they are shown with {@code toString()}, and may be null, which is shown
     *     as an empty cell
     * @return this report
     * @throws IllegalArgumentException if there is no column, or if a row has another number of cells than there are columns
     */
    TaskReport table(List<String> columns, List<? extends List<?>> rows);

    /**
     * Adds a chart with a line for each entry. Values have the same distance from each other; one that is infinite or not a number is a gap.
     *
     * @param title what the chart shows
     * @param lines the values by the name of the line, in the order of the map; at least one line
     * @return this report
     * @throws IllegalArgumentException if there is no line
     */
    TaskReport lineChart(String title, Map<String, double[]> lines);

    /**
     * Adds a chart with a bar for each entry.
     *
     * @param title what the chart shows
     * @param bars the values by the name of the bar, in the order of the map; at least one bar
     * @return this report
     * @throws IllegalArgumentException if there is no bar, or if a value is infinite or not a number
     */
    TaskReport barChart(String title, Map<String, ? extends Number> bars);

    /**
     * Adds an image.
     *
     * @param description what is to be seen, for those who do not see it, and as its caption
     * @param image a PNG, JPEG, GIF or WebP file
     * @return this report
     * @throws IllegalArgumentException if {@code image} is something else
     */
    TaskReport image(String description, byte[] image);

    /** {@return a report that checks what is added, and keeps nothing: for tests of steps} */
    static TaskReport none() {
        return new CollectedReport(text -> text);
    }
}
