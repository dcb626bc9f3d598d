package dev.cairn.view;

import dev.cairn.codec.Tree;
import dev.cairn.runtime.internal.PlainText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Prints values as CSV, a row each, as a stream, in UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe in front;
 * numbers stay as they are. Control characters, apart from line breaks, are written as {@code \}{@code u001b}. Not thread-safe.
 */
public final class CsvOutput implements AutoCloseable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    /** Spreadsheets take the wide forms for the others. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

    private final Writer writer;
    private @Nullable List<String> columns;

    /**
     * Starts an output; nothing is printed yet.
     *
     * @param output where to print; it stays open
     */
    public CsvOutput(OutputStream output) {
        this.writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }

    /**
     * Prints a row; before the first one, the names of its columns.
     *
     * @param value a record, an object, a map, an entry of a map, or a single value
     * @param what what the value is, for messages
     * @throws NotFlatException if a part of the value is not a single number or text, or the columns are not those of the first row
     * @throws UncheckedIOException if the output cannot be written
     */
    public void row(Tree value, String what) {
        row(FlatRow.of(value, what), what);
    }

    /** The same, of cells by column. */
    void row(Map<String, Tree> cells, String what) {
        try {
            if (columns == null) {
                columns = List.copyOf(cells.keySet());
                FORMAT.printRecord(
                        writer, columns.stream().map(CsvOutput::harmless).toArray());
            } else if (!columns.equals(List.copyOf(cells.keySet()))) {
                throw new NotFlatException(what + " has the columns " + String.join(", ", cells.keySet())
                        + ", but the first row has " + String.join(", ", columns) + ". Use --format jsonl.");
            }
            List<@Nullable String> texts = new ArrayList<>();
            cells.values().forEach(cell -> texts.add(text(cell)));
            FORMAT.printRecord(writer, texts.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(Tree cell) {
        boolean isNumber = cell instanceof Tree.Scalar scalar && scalar.value() instanceof Number;
        return FlatRow.cell(cell).map(text -> isNumber ? text : harmless(text)).orElse(null);
    }

    /** A text that is shown, and not computed. */
    private static String harmless(String text) {
        String plain = PlainText.ofLines(text);
        return FORMULA.matcher(text).matches() ? "'" + plain : plain;
    }

    /**
     * Prints what was not printed yet.
     *
     * @throws IOException if the output cannot be written; it is not closed
     */
    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
