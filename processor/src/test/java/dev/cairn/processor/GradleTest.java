package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Gradle reads to build incrementally. */
class GradleTest {
    @Test
    void knowsHowEachProcessorWorks() throws IOException {
        assertThat(lines("META-INF/gradle/incremental.annotation.processors"))
                .containsExactly(
                        FlowProcessor.class.getName() + ",isolating",
                        FlowRegistryProcessor.class.getName() + ",aggregating");
    }

    @Test
    void findsBothProcessors() throws IOException {
        assertThat(lines("META-INF/services/javax.annotation.processing.Processor"))
                .contains(FlowProcessor.class.getName(), FlowRegistryProcessor.class.getName());
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                GradleTest.class.getClassLoader().getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
