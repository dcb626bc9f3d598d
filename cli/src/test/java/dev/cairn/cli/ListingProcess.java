package dev.cairn.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that lists the runs of each store whose directory it reads from its standard input, as soon as it reads it. */
final class ListingProcess {
    private ListingProcess() {}

    /** Prints, for each directory, what {@code list} prints, and its exit status. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader directories = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = directories.readLine(); line != null; line = directories.readLine()) {
            Console console = new Console(Clock.systemUTC()).in(Path.of(line));
            int status = console.type(List.of(), "list");
            System.out.println("store " + line);
            System.out.print(console.out() + console.err());
            System.out.println("status " + status);
        }
    }
}
