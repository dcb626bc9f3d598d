package dev.cairn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.values.LargeArtifacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                        "artifact `model` has 1.0 GB. To read and write it in parts, store it as a file of the run:"
                                + " task.files()");
    }
}
