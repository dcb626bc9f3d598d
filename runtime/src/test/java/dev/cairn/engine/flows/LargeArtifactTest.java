package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.definition.Access;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of very large artifacts. */
class LargeArtifactTest {
    @Test
    void oneLineNamesArtifactSizeAndRemedy() {
        Run run = TestRun.of(Numbers.flow("Large")
                        .step(
                                linear("start", "end").access(Access.nothing().mustAssign("text", "value")),
                                (flow, task) -> flow.text = "x".repeat(1_234_500))
                        .step(end("end").access(Access.nothing()), (flow, task) -> {})
                        .build())
                .largeArtifact(1_000_000)
                .run();

        assertThat(log(run.step("start").task()))
                .containsExactly(
                        "artifact `text` has 1.2 MB. To read and write it in parts, store it as a file of the run:"
                                + " task.files()");
        assertThat(log(run.step("end").task())).isEmpty();
    }

    private static List<String> log(Task task) {
        try (Stream<LogLine> lines = task.log()) {
            return lines.map(LogLine::text).toList();
        }
    }
}
