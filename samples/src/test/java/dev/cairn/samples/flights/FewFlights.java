package dev.cairn.samples.flights;

import dev.cairn.runtime.IncludedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A tenth of the flights, for tests that are about what is stored of them, which is all of them in each task;
 * {@code -Dfew.flights=20000} has all.
 */
public final class FewFlights {
    private static final int COUNT = Integer.getInteger("few.flights", 2_000);

    private FewFlights() {}

    /** A file that is deleted when the tests end. */
    public static Path file() {
        try (InputStream all = FlightDelayFlow.class.getResourceAsStream("flights.csv")) {
            List<String> lines = new String(all.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Path file = Files.createTempFile("flights", ".csv");
            file.toFile().deleteOnExit();
            return Files.write(file, lines.subList(0, COUNT + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, as a parameter. */
    public static IncludedFile included() {
        return IncludedFile.of(file());
    }
}
