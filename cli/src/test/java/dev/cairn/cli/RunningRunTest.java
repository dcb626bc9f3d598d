package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of another process, looked at while it runs, after its end, and after its death. */
class RunningRunTest {
    private static final String ROW = "run +status +started +took +tags\n"
            + "Blocked/%s  %s +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d  [^\n]+\n";

    @TempDir
    private Path directory;

    @Test
    void isReadWhileItRunsAndAfterIt() throws IOException {
        Console console = new Console(Clock.systemUTC()).in(directory);
        try (ChildProcess process = ChildProcess.start(BlockedRun.class, "file:" + directory)) {
            String run = process.line();

            assertThat(console.type(List.of(), "list")).isEqualTo(ExitStatus.OK);
            assertThat(console.out()).matches(ROW.formatted(run, "running"));
            console.type(List.of(), "show", "Blocked/latest");
            assertThat(console.out())
                    .contains("  status   running\n")
                    .containsPattern(
                            "\n  measure  no task +open since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d\n"
                                    + "  end      no task\n$");
            console.type(List.of(), "show", "Blocked/latest", "--json");
            assertThat(ParsedJson.at(console.out(), "steps", 1, "expected")).isEqualTo(1);
            assertThat(console.out()).containsOnlyOnce("openSince");
            console.type(List.of(), "dump", "Blocked/latest/start");
            assertThat(console.out()).isEqualTo("Blocked/" + run + "/start\n  greeting: String = \"hello\"\n");

            assertThat(console.type(List.of(), "report", "Blocked/latest", "--output", "-"))
                    .isEqualTo(ExitStatus.OK);
            assertThat(console.out())
                    .contains("</svg>running</span>", "<dt>Running for</dt>", "<title>measure: not run</title>");

            process.release();
            assertThat(process.waitFor()).isZero();
            console.type(List.of(), "list");
            assertThat(console.out()).matches(ROW.formatted(run, "succeeded"));
            console.type(List.of(), "dump", "Blocked/" + run + "/end");
            assertThat(console.out())
                    .isEqualTo("Blocked/" + run + "/end\n  greeting: String = \"hello\"\n  length: int = 5\n");
        }
    }

    @Test
    void isShownAsDiedOnceItsProcessGaveNoSignOfLifeForAMinute() throws IOException {
        try (ChildProcess process = ChildProcess.start(BlockedRun.class, "file:" + directory)) {
            String run = process.line();
            process.kill();

            Console later = new Console(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2))).in(directory);
            later.type(List.of(), "list");
            assertThat(later.out()).matches(ROW.formatted(run, "died"));
            later.type(List.of(), "show", "Blocked/latest", "--json");
            assertThat(ParsedJson.at(later.out(), "status")).isEqualTo("died");
            assertThat((double) ParsedJson.at(later.out(), "seconds")).isLessThan(60);
            later.type(List.of(), "report", "Blocked/latest", "--output", "-");
            assertThat(later.out()).contains("</svg>died</span>", "<dt>Duration</dt>");
            later.type(List.of(), "dump", "Blocked/latest/start");
            assertThat(later.out()).isEqualTo("Blocked/" + run + "/start\n  greeting: String = \"hello\"\n");
        }
    }
}
