package dev.cairn.samples.flights;

import dev.cairn.runtime.IncludedFile;
import dev.cairn.samples.csv.CsvFile;
import dev.cairn.samples.csv.CsvLine;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** Reads flights from CSV. */
final class FlightFile {
    private static final List<String> COLUMNS = List.of("origin", "date", "distance_miles", "delay_minutes");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private FlightFile() {}

    /** The flights in the order of the file. */
    static List<Flight> read(IncludedFile file) {
        return CsvFile.read(file, "flight", COLUMNS, line -> Optional.of(flight(line)));
    }

    private static Flight flight(CsvLine line) {
        return new Flight(
                line.text("origin"), hour(line), line.wholeNumber("distance_miles"), line.wholeNumber("delay_minutes"));
    }

    private static int hour(CsvLine line) {
        try {
            return LocalDateTime.parse(line.text("date"), TIME).getHour();
        } catch (DateTimeParseException e) {
            throw line.broken("date", "time such as 2001/01/31 23:59");
        }
    }
}
