package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the JSON in {@code docs/format.md} to the golden files. */
class FormatDocumentTest {
    private static final Pattern JSON = Pattern.compile("(?ms)^```json (\\S+)\n(.*?)^```$");

    @Test
    void examplesAreGoldenFiles() throws IOException {
        String page = Files.readString(Path.of("../docs/format.md"));
        List<MatchResult> examples = JSON.matcher(page).results().toList();

        assertThat(examples).isNotEmpty();
        for (MatchResult example : examples) {
            assertThat(example.group(2)).isEqualTo(Files.readString(Golden.DIRECTORY.resolve(example.group(1))));
        }
    }
}
