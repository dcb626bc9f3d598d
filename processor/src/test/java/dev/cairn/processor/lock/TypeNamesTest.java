package dev.cairn.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lock file knows each type that the runtime has a codec for. */
class TypeNamesTest {
    private static final Path BUILT_IN = Path.of("src/main/java/dev/cairn/processor/read/BuiltInTypes.java");
    private static final Pattern NAME = Pattern.compile("\"java(?:\\.[a-z]+)+\\.(\\w+)\"");

    @Test
    void everyBuiltInTypeIsKnown() throws IOException {
        List<String> names = NAME.matcher(Files.readString(BUILT_IN))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(60).contains("String", "Integer", "PriorityQueue", "ZoneOffset");
        assertThat(names).allMatch(TypeNames::isTaken);
    }
}
