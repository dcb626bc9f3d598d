package dev.cairn.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what is generated for five samples, which together have all that flows are made of, with what is committed. After a change that is meant, and that you would have
 * written so by hand, renew the committed files with {@code -Dgolden.renew=true}.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/golden");

    /** Collections and records; a split and a merge; a foreach; a file and types of a library; a switch, a loop and branches in it. */
    private static final Pattern SHOWN = Pattern.compile(
            "/(ArtifactCollections|ArtifactMerging|ModelSelection|PenguinFlow|FlightDelayFlow)[A-Z][a-z]+\\.java$");

    @TempDir
    Path output;

    private static Map<String, String> all;

    @BeforeAll
    static void generate(@TempDir Path output) throws IOException {
        all = SampleSources.generate(0, output);
        if (Boolean.getBoolean("golden.renew")) {
            delete(GOLDEN);
            for (Map.Entry<String, String> file : shown().entrySet()) {
                Path golden = GOLDEN.resolve(file.getKey());
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.getValue());
            }
        }
    }

    @Test
    void whatIsGeneratedIsWhatIsCommitted() {
        Map<String, String> generated = shown();
        Map<String, String> golden = SampleSources.read(GOLDEN);

        assertThat(generated.keySet()).isEqualTo(golden.keySet()).hasSize(25);
        generated.forEach((path, text) -> assertThat(text).as(path).isEqualTo(golden.get(path)));
    }

    @Test
    void theOrderOfTheFilesDoesNotShow() {
        assertThat(all).isNotEmpty();
        for (long seed = 2; seed <= 4; seed++) {
            assertThat(SampleSources.generate(seed, output.resolve("seed" + seed)))
                    .as("files shuffled with seed " + seed)
                    .isEqualTo(all);
        }
    }

    private static Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>(all);
        shown.keySet().removeIf(path -> !SHOWN.matcher(path).find());
        return shown;
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
