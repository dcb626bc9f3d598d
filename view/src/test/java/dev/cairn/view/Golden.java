package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A golden artifact: a file, one with its schema, and one with the JSON of both.
 *
 * @param name the name of the files
 */
record Golden(String name) {
    static final Path DIRECTORY = Path.of("../runtime/src/test/resources/dev/cairn/codec/golden/v1");

    /** All of them, by name. */
    static List<Golden> all() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<Golden> all = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".artifact"))
                    .sorted()
                    .map(name -> new Golden(name.substring(0, name.length() - ".artifact".length())))
                    .toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    Path artifact() {
        return DIRECTORY.resolve(name + ".artifact");
    }

    Path schema() {
        return DIRECTORY.resolve(name + ".schema");
    }

    Path json() {
        return DIRECTORY.resolve(name + ".json");
    }

    @Override
    public String toString() {
        return name;
    }
}
