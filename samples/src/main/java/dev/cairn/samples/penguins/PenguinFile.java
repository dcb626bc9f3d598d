package dev.cairn.samples.penguins;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads penguins from CSV. */
final class PenguinFile {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> MEASUREMENTS =
            List.of("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g");

    private PenguinFile() {}

    /** The penguins of which every measurement is there, in the order of the file. */
    static List<Penguin> parse(String name, String text) {
        try (CSVParser lines = FORMAT.parse(new StringReader(text))) {
            List<Penguin> penguins = new ArrayList<>();
            for (CSVRecord line : lines) {
                if (MEASUREMENTS.stream()
                        .noneMatch(column -> cell(name, line, column).isEmpty())) {
                    penguins.add(new Penguin(
                            species(name, line),
                            measurement(name, line, 0),
                            measurement(name, line, 1),
                            measurement(name, line, 2),
                            measurement(name, line, 3)));
                }
            }
            return penguins;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Species species(String file, CSVRecord line) {
        String text = cell(file, line, "species");
        try {
            return Species.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw broken(file, line, "`" + text + "` is no species of this archipelago");
        }
    }

    private static double measurement(String file, CSVRecord line, int index) {
        String column = MEASUREMENTS.get(index);
        String text = cell(file, line, column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw broken(file, line, "`" + text + "` in column " + column + " is no number");
        }
    }

    private static String cell(String file, CSVRecord line, String column) {
        if (!line.isSet(column)) {
            throw broken(file, line, "column " + column + " is missing");
        }
        return line.get(column);
    }

    private static IllegalArgumentException broken(String file, CSVRecord line, String what) {
        return new IllegalArgumentException(
                file + ", line " + (line.getRecordNumber() + 1) + ": " + what + ". Mend the line or remove it.");
    }
}
