package dev.cairn.samples.csv;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** A line of a {@link CsvFile}. */
public final class CsvLine {
    private final String file;
    private final int number;
    private final List<String> header;
    private final CSVRecord cells;

    CsvLine(String file, int number, List<String> header, CSVRecord cells) {
        this.file = file;
        this.number = number;
        this.header = header;
        this.cells = cells;
        if (cells.size() != header.size()) {
            throw broken("it has " + cells.size() + " cells, but there are " + header.size() + " columns");
        }
    }

    /** A cell; empty if nothing is written there. */
    public String text(String column) {
        return cells.get(header.indexOf(column)).strip();
    }

    /** A cell that holds a number. */
    public double number(String column) {
        String text = text(column);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw broken(column, "number");
    }

    /** A cell that holds a whole number. */
    public int wholeNumber(String column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw broken(column, "whole number");
        }
    }

    /** To be thrown: a cell is not what it should be. */
    public BrokenFileException broken(String column, String expected) {
        return broken("`" + text(column) + "` in column " + column + " is not a " + expected);
    }

    private BrokenFileException broken(String what) {
        return new BrokenFileException(file + ", line " + number + ": " + what + ". Mend the line or remove it.");
    }
}
