package dev.cairn.runtime.report;

import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.ReportPart.BarChart;
import dev.cairn.runtime.ReportPart.Heading;
import dev.cairn.runtime.ReportPart.Image;
import dev.cairn.runtime.ReportPart.LineChart;
import dev.cairn.runtime.ReportPart.Note;
import dev.cairn.runtime.ReportPart.Table;
import dev.cairn.runtime.ReportPart.Text;
import dev.cairn.runtime.TaskReport;
import dev.cairn.runtime.internal.ByteSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what a task adds to the report of its run, within bounds. Thread-safe. */
public final class CollectedReport implements TaskReport {
    private static final int MOST_PARTS = 100;
    private static final int MOST_BYTES = 4_000_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_CELL = 300;
    private static final int MOST_COLUMNS = 30;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_LINES = 12;
    private static final int MOST_POINTS = 2000;
    private static final int MOST_BARS = 100;
    private static final int LARGEST_IMAGE = 1_000_000;

    private final UnaryOperator<String> hide;
    private final List<ReportPart> parts = new ArrayList<>(); // this and what follows: guarded by this
    private long size;
    private boolean full;

    /**
     * An empty report.
     *
     * @param hide what becomes of texts before they are kept: secrets are taken out of them
     */
    public CollectedReport(UnaryOperator<String> hide) {
        this.hide = hide;
    }

    /** What was added so far. */
    public synchronized List<ReportPart> parts() {
        return List.copyOf(parts);
    }

    @Override
    public TaskReport heading(String text) {
        return add(new Heading(shortened(text, LONGEST_NAME)), text.length(), null);
    }

    @Override
    public TaskReport text(String text) {
        String kept = shortened(text, LONGEST_TEXT);
        return add(
                new Text(kept),
                kept.length(),
                text.length() <= LONGEST_TEXT
                        ? null
                        : "The text had " + text.length() + " characters; the first " + LONGEST_TEXT + " are kept.");
    }

    @Override
    public TaskReport table(List<String> columns, List<? extends List<?>> rows) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table of a report must have at least one column");
        }
        int width = Math.min(MOST_COLUMNS, columns.size());
        List<List<String>> cells = new ArrayList<>();
        long length = 0;
        for (List<?> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("row " + cells.size() + " of a table has " + row.size()
                        + " cells, but the table has " + columns.size() + " columns");
            }
            if (cells.size() < MOST_ROWS) {
                List<String> kept = new ArrayList<>();
                for (Object cell : row.subList(0, width)) {
                    kept.add(shortened(cell == null ? "" : String.valueOf(cell), LONGEST_CELL));
                    length += kept.get(kept.size() - 1).length();
                }
                cells.add(kept);
            }
        }
        List<String> names = columns.subList(0, width).stream()
                .map(name -> shortened(name, LONGEST_NAME))
                .toList();
        boolean cut = rows.size() > MOST_ROWS || columns.size() > MOST_COLUMNS;
        return add(
                new Table(names, cells),
                length,
                cut
                        ? "The table had " + rows.size() + " rows and " + columns.size() + " columns; at most "
                                + MOST_ROWS + " rows and " + MOST_COLUMNS + " columns are kept."
                        : null);
    }

    @Override
    public TaskReport lineChart(String title, Map<String, double[]> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a line chart of a report must have at least one line");
        }
        Map<String, double[]> kept = new LinkedHashMap<>();
        long points = 0;
        boolean cut = lines.size() > MOST_LINES;
        for (Map.Entry<String, double[]> line : lines.entrySet()) {
            if (kept.size() < MOST_LINES) {
                double[] values = Objects.requireNonNull(line.getValue());
                cut |= values.length > MOST_POINTS;
                kept.put(shortened(line.getKey(), LONGEST_NAME), thinned(values));
                points += Math.min(values.length, MOST_POINTS);
            }
        }
        return add(
                new LineChart(shortened(title, LONGEST_NAME), kept),
                points * Double.BYTES,
                cut
                        ? "The chart had more than " + MOST_LINES + " lines or " + MOST_POINTS
                                + " values of one; the first lines are kept, and values at even distances."
                        : null);
    }

    private static double[] thinned(double[] values) {
        double[] kept = new double[Math.min(values.length, MOST_POINTS)];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = values[(int) ((long) i * values.length / kept.length)];
        }
        return kept;
    }

    @Override
    public TaskReport barChart(String title, Map<String, ? extends Number> bars) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a bar chart of a report must have at least one bar");
        }
        Map<String, Double> kept = new LinkedHashMap<>();
        for (Map.Entry<String, ? extends Number> bar : bars.entrySet()) {
            double value = bar.getValue().doubleValue();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "bar `" + bar.getKey() + "` of a chart must have a finite value, but has " + value);
            }
            if (kept.size() < MOST_BARS) {
                kept.put(shortened(bar.getKey(), LONGEST_NAME), value);
            }
        }
        return add(
                new BarChart(shortened(title, LONGEST_NAME), kept),
                (long) kept.size() * LONGEST_NAME,
                bars.size() <= MOST_BARS
                        ? null
                        : "The chart had " + bars.size() + " bars; the first " + MOST_BARS + " are kept.");
    }

    @Override
    public TaskReport image(String description, byte[] image) {
        String type = ImageType.of(image)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an image of a report must be a PNG, JPEG, GIF or WebP file, but these "
                                + ByteSize.text(image.length) + " have the wrong magic bytes"));
        String kept = shortened(description, LONGEST_NAME);
        if (image.length > LARGEST_IMAGE) {
            return add(
                    new Note("An image of " + ByteSize.text(image.length) + " was left out, the largest may have "
                            + ByteSize.text(LARGEST_IMAGE) + ": " + kept),
                    0,
                    null);
        }
        return add(new Image(kept, type, image.clone()), image.length, null);
    }

    private synchronized TaskReport add(ReportPart part, long bytes, @Nullable String note) {
        if (full) {
            return this;
        }
        if (parts.size() >= MOST_PARTS || size + bytes > MOST_BYTES) {
            full = true;
            parts.add(new Note("What follows was left out: a task adds at most " + MOST_PARTS + " parts and "
                    + ByteSize.text(MOST_BYTES) + "."));
            return this;
        }
        parts.add(part);
        size += bytes;
        if (note != null) {
            parts.add(new Note(note));
        }
        return this;
    }

    /** Secrets are looked for before a text is cut, for half of one would not be found. */
    private String shortened(String text, int most) {
        String shown = hide.apply(text);
        if (shown.length() <= most) {
            return shown;
        }
        int end = Character.isHighSurrogate(shown.charAt(most - 2)) ? most - 2 : most - 1;
        return shown.substring(0, end) + "…";
    }
}
