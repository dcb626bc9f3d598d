package dev.cairn.samples.flights;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads flights from CSV. */
final class FlightFile {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");

    private FlightFile() {}

    /** The flights in the order of the file. */
    static List<Flight> parse(String name, String text) {
        try (CSVParser lines = FORMAT.parse(new StringReader(text))) {
            List<Flight> flights = new ArrayList<>();
            for (CSVRecord line : lines) {
                flights.add(flight(name, line));
            }
            return flights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flight flight(String name, CSVRecord line) {
        try {
            return new Flight(
                    line.get("origin"),
                    LocalDateTime.parse(line.get("date"), TIME).getHour(),
                    Integer.parseInt(line.get("distance_miles")),
                    Integer.parseInt(line.get("delay_minutes")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    name + ", line " + (line.getRecordNumber() + 1) + ": " + e.getMessage()
                            + ". Mend the line or remove it.",
                    e);
        }
    }
}
