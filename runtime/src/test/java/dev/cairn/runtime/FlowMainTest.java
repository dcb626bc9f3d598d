package dev.cairn.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.Numbers;
import dev.cairn.runtime.definition.StepDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlowMainTest {
    /** What generated code does; here no command line is on the class path. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            FlowMain.run(
                    Numbers.flow("Small")
                            .step(StepDefinition.end("start"), (flow, task) -> {})
                            .build(),
                    args);
        }
    }

    @Test
    void namesTheArtifactOfTheCommandLineWhereThatIsMissing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "list")
                .start();

        assertThat(process.inputReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly("the command line of flow `Small` needs an artifact that is not on the class path: add"
                        + " `dev.cairn:cairn-cli` to the dependencies.");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
