package dev.cairn.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is written by hand about targets that were missed: what dominates, and what would be needed. In the file each target has a section
 * whose heading is its id.
 *
 * @param texts by the ids of targets
 */
record Misses(Map<String, String> texts) {
    private static final String HEADING = "## ";

    static Misses read(Path file) throws IOException {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(); // what is before the first heading is about the file
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(HEADING)) {
                    text = new StringBuilder();
                    texts.put(line.substring(HEADING.length()), text);
                } else {
                    text.append(line).append('\n');
                }
            }
        }
        Map<String, String> stripped = new LinkedHashMap<>();
        texts.forEach((id, written) -> stripped.put(id, written.toString().strip()));
        return new Misses(stripped);
    }
}
