package dev.cairn.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured runs, with an archive and without; how long that takes, no test judges. */
class StartUpBenchmarkTest {
    @TempDir
    private Path directory;

    @Test
    void eachProgramIsMeasured() throws IOException {
        Path report = directory.resolve("report.md");
        StartUpBenchmark.of(1).run(directory.resolve("work"), report);

        assertThat(Files.readString(report).lines().filter(line -> line.startsWith("| ")))
                .extracting(line -> line.split("\\|")[1].strip())
                .containsExactly(
                        "",
                        "---",
                        "bare program",
                        "bare program, archived",
                        "bare program, archived, compiled once",
                        "three steps, from code",
                        "three steps, from code, archived",
                        "three steps, from code, archived, compiled once",
                        "three steps, `run`",
                        "three steps, `run`, archived",
                        "three steps, `run`, archived, compiled once");
        assertThat(directory.resolve("work")).isEmptyDirectory();
    }

    @Test
    void userAndSystemModeAreOneTime() {
        assertThat(TimedProcess.parse("1.250 0.500 0.250")).isEqualTo(new TimedProcess(1.25, 0.75));
    }

    @Test
    void aProgramThatFailsIsReported() {
        assertThatThrownBy(() -> TimedProcess.of(List.of("ls", "/no/such/file"), directory.resolve("output")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("ls /no/such/file failed: ");
    }
}
