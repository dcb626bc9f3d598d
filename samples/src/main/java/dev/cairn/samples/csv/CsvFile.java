package dev.cairn.samples.csv;

import dev.cairn.runtime.IncludedFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma-separated values, whose first line names the columns. Empty lines are skipped. */
public final class CsvFile {
    /** Empty lines come as records, so that lines can be counted. */
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private final String name;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int line;

    private CsvFile(String name, CSVParser parser) {
        this.name = name;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * What the lines of a file hold, in their order.
     *
     * @param what what a line holds, such as {@code penguin}
     * @param columns those that have to be there; the file may have others, and any order
     * @param element what a line holds, or nothing
     * @throws BrokenFileException if the file is not as it should be, or has no element
     */
    public static <T> List<T> read(
            IncludedFile file, String what, List<String> columns, Function<CsvLine, Optional<T>> element) {
        try (CSVParser parser = FORMAT.parse(new StringReader(file.text()))) {
            List<T> elements = new CsvFile(file.name(), parser).elements(columns, element);
            if (elements.isEmpty()) {
                throw new BrokenFileException(
                        file.name() + " has no " + what + ". Below its first line, write one per line.");
            }
            return elements;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the text is in memory
        }
    }

    private <T> List<T> elements(List<String> columns, Function<CsvLine, Optional<T>> element) {
        List<String> header = header(columns);
        List<T> elements = new ArrayList<>();
        for (Optional<CSVRecord> record = next(); record.isPresent(); record = next()) {
            element.apply(new CsvLine(name, line, header, record.get())).ifPresent(elements::add);
        }
        return elements;
    }

    private List<String> header(List<String> columns) {
        List<String> header = next().orElseThrow(() -> new BrokenFileException(
                        name + " is empty. In its first line, name the columns " + String.join(", ", columns) + "."))
                .toList();
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new BrokenFileException(name + ", line " + line + ": column " + column
                        + " is missing. Name the columns " + String.join(", ", columns) + " there.");
            }
        }
        return header;
    }

    /** The next record that is not an empty line; {@link #line} is where it begins. */
    private Optional<CSVRecord> next() {
        Optional<CSVRecord> record;
        do {
            line = (int) parser.getCurrentLineNumber() + 1;
            try {
                record = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            } catch (UncheckedIOException e) {
                throw new BrokenFileException(
                        name + ", line " + line + ": a quotation mark is never closed, or not where a cell ends."
                                + " Mend the line or remove it.",
                        e);
            }
        } while (record.isPresent() && isEmpty(record.get()));
        return record;
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }
}
