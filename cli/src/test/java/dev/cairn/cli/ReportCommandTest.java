package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report}: what it prints and writes. */
class ReportCommandTest {
    @TempDir
    private Path parent;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<?> flow = sums.flow();
    private Console console;
    private String run;
    private Path file;

    @BeforeEach
    void run() {
        console = new Console(clock).in(parent.resolve("store"));
        run = sums.run(parent.resolve("store"), 2, "nightly");
        file = parent.resolve("report.html");
    }

    @Test
    void aRunIsWrittenToAFile() throws IOException {
        assertThat(console.type(flow, "report", "latest", "--output", file.toString()))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .matches("Wrote the report of run Sums/" + run + " to \\Q" + file + "\\E \\([0-9.]+ kB\\)\\.\n");
        assertThat(file)
                .content()
                .startsWith("<!doctype html>")
                .contains("Run of Sums: " + run)
                .contains("nightly");
    }

    @Test
    void anOlderReportIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(file, "old");
        assertThat(console.type(List.of(flow), "report", "Sums/" + run, "--output", file.toString()))
                .isEqualTo(ExitStatus.OK);
        assertThat(file).content().startsWith("<!doctype html>");
        try (Stream<Path> files = Files.list(parent)) {
            assertThat(files).containsExactlyInAnyOrder(file, parent.resolve("store"));
        }
    }

    @Test
    void itCanBePrinted() {
        assertThat(console.type(flow, "report", run, "--output", "-")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("<!doctype html>").endsWith("</html>\n");
    }

    @Test
    void timesAreThoseOfTheUsersZone() throws IOException {
        console.type(flow, "report", run, "--output", file.toString());
        assertThat(file).content().contains("<dt>Started</dt><dd>2026-11-23 12:00:00 +00:00</dd>");
    }

    @Test
    void wrongUsage() {
        assertThat(console.type(flow, "report")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`report` needs <run>: the run; `latest` is the newest. Try --help: ");
        assertThat(console.type(flow, "report", "latest/work")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`latest/work` does not name a run.\n");
        assertThat(console.type(flow, "report", "20991123T120000000-00000000", "--output", file.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("there is no run ", "20991123T120000000-00000000");
        assertThat(console.type(flow, "report", "latest", "--output", parent.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith("`" + parent + "` is a directory. Name a file, such as `--output " + parent
                        + "/report.html`.\n");
        assertThat(console.type(flow, "report", "latest", "--output", parent + "/none/report.html"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith("there is no directory `" + parent
                        + "/none` to write the report to. Make it, or name a file in another one.\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWritten() {
        Path tooLong = parent.resolve("x".repeat(300));
        assertThat(console.type(flow, "report", "latest", "--output", tooLong.toString()))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("the report could not be written to `" + tooLong
                        + "`: File name too long. Name a file that can be written with --output.\n");
        assertThat(parent.toFile().list()).containsExactly("store");
    }
}
