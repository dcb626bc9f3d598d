package dev.cairn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeArtifactsTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void speaksAboveTheLimitOnly() {
        LargeArtifacts large = new LargeArtifacts(RunSettings.standard().largeArtifact(), log::add);
        large.stored("small", 1_000_000_000);
        assertThat(log).isEmpty();
        large.stored("model", 1_000_000_001);

        assertThat(log)
                .containsExactly(
                        "artifact `model` has 1.0 GB. As a file of the run it could be read and written in parts:"
                                + " task.files()");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "12345678901, 12.3 GB",
        "9000000000000000, 9000.0 TB",
    })
    void sizesAsText(long size, String text) {
        assertThat(LargeArtifacts.text(size)).isEqualTo(text);
    }
}
