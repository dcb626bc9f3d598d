package dev.cairn.processor.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a table of types.
 *
 * @param type what a field is declared as
 * @param value an expression: a value of it
 * @param outcome what becomes of the value; empty if nobody has tried it
 */
record TypeCase(String type, String value, String outcome) {
    private static final String SEPARATOR = " ;; ";

    /** A line, if it has a case. */
    private static TypeCase of(String line) {
        String[] parts = line.split(SEPARATOR, 3);
        return new TypeCase(parts[0], parts[1], parts.length < 3 ? "" : parts[2]);
    }

    private static boolean isCase(String line) {
        return line.contains(SEPARATOR) && !line.startsWith("#");
    }

    /** The cases of a table. */
    static List<TypeCase> read(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .filter(TypeCase::isCase)
                .map(TypeCase::of)
                .toList();
    }

    /** Writes what became of the cases of a table, in the order of its lines. */
    static void write(Path table, List<String> outcomes) throws IOException {
        List<String> lines = new ArrayList<>();
        int next = 0;
        for (String line : Files.readAllLines(table)) {
            lines.add(isCase(line) ? of(line).line(outcomes.get(next++)) : line);
        }
        Files.write(table, lines);
    }

    String line(String became) {
        return type + SEPARATOR + value + SEPARATOR + became;
    }
}
