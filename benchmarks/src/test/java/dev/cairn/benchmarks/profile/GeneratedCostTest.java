package dev.cairn.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file that is compiled has its row; how long that takes, no test judges. */
class GeneratedCostTest {
    @TempDir
    private Path directory;

    @Test
    void tellsOfEachFile() throws IOException {
        assertThat(GeneratedCost.measured(directory, true))
                .containsPattern("\\| `LargeFlow.java` \\| [\\d,]+ \\| \\d+ \\|  \\| \\d+ \\| \\d+ \\| \\d+ \\|\n")
                .containsPattern(
                        "\\| `LargeFlowArtifacts.java` \\| [\\d,]+ \\| \\d+ \\|  \\| \\d+ \\| \\d+ \\| \\d+ \\|\n")
                .containsPattern("\\| `LargeFlowCodecs.java` \\| [\\d,]+ \\|")
                .containsPattern("\\| `LargeFlowRunner.java` \\| [\\d,]+ \\|")
                .containsPattern("\\| `\\(all files\\)` \\|  \\| ");
    }
}
