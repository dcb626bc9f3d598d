package dev.cairn.samples.penguins;

import dev.cairn.runtime.IncludedFile;
import dev.cairn.samples.csv.CsvFile;
import dev.cairn.samples.csv.CsvLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads penguins from CSV. */
final class PenguinFile {
    private static final String SPECIES = "species";
    private static final String BILL_LENGTH = "bill_length_mm";
    private static final String BILL_DEPTH = "bill_depth_mm";
    private static final String FLIPPER_LENGTH = "flipper_length_mm";
    private static final String BODY_MASS = "body_mass_g";
    private static final List<String> MEASUREMENTS = List.of(BILL_LENGTH, BILL_DEPTH, FLIPPER_LENGTH, BODY_MASS);
    private static final List<String> COLUMNS = List.of(SPECIES, BILL_LENGTH, BILL_DEPTH, FLIPPER_LENGTH, BODY_MASS);

    private PenguinFile() {}

    /** The penguins of which every measurement is there, in the order of the file. */
    static List<Penguin> read(IncludedFile file) {
        return CsvFile.read(file, "penguin whose measurements are all there", COLUMNS, PenguinFile::penguin);
    }

    private static Optional<Penguin> penguin(CsvLine line) {
        if (MEASUREMENTS.stream().anyMatch(column -> line.text(column).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Penguin(
                species(line),
                new Measurements(
                        line.number(BILL_LENGTH),
                        line.number(BILL_DEPTH),
                        line.number(FLIPPER_LENGTH),
                        line.number(BODY_MASS))));
    }

    private static Species species(CsvLine line) {
        try {
            return Species.valueOf(line.text(SPECIES).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw line.broken(SPECIES, "species of this archipelago");
        }
    }
}
