package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gc}: what it prints and deletes. */
class GcCommandTest {
    @TempDir
    private Path parent;

    private Path directory;
    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private final List<String> runs = new ArrayList<>();
    private Console console;

    /** All values were put long ago, by the clock of the console. */
    @BeforeEach
    void run() {
        directory = parent.resolve("store");
        for (String tag : List.of("nightly", "release", "keep", "nightly")) {
            runs.add(sums.run(directory, 2, tag));
            clock.advance(Duration.ofHours(1));
        }
        console = new Console(Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC)).in(directory);
    }

    private List<String> left() {
        console.type(flow, "list");
        return console.out().lines().skip(1).map(line -> line.substring(5, 32)).toList();
    }

    @Test
    void deletesNoRunUnlessAskedTo() {
        assertThat(console.type(flow, "gc")).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo("Deleted 0 runs and 0 values that nothing else refers to (0 bytes) in file:" + directory
                        + ".\n");
        assertThat(left()).hasSize(4);
    }

    @Test
    void keepsTheNewestAndThePinned() {
        assertThat(console.type(flow, "gc", "--keep-last", "1", "--keep-tag", "release", "--dry-run"))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                Sums/%s
                Would delete 1 run and up to 0 values that nothing else refers to (0 bytes) in file:%s.
                """.formatted(runs.get(0), directory));
        assertThat(left()).hasSize(4);

        assertThat(console.type(flow, "gc", "--keep-last", "1", "--keep-tag", "release"))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                Sums/%s
                Deleted 1 run and 0 values that nothing else refers to (0 bytes) in file:%s.
                """.formatted(runs.get(0), directory));
        assertThat(left()).containsExactly(runs.get(3), runs.get(2), runs.get(1));
    }

    @Test
    void deletesTheOld() {
        console = new Console(Clock.fixed(clock.instant(), ZoneOffset.UTC)).in(directory);
        assertThat(console.type(flow, "gc", "--older-than", "150m", "--json")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).isEqualTo("""
                {
                  "datastore": "file:%s",
                  "deleted": true,
                  "runs": [ "Sums/%s", "Sums/%s" ],
                  "blobs": 0,
                  "bytes": 0
                }
                """.formatted(directory, runs.get(1), runs.get(0)));
        assertThat(left()).containsExactly(runs.get(3), runs.get(2));
    }

    @Test
    void aFlowOfTheLauncher() {
        assertThat(console.type(List.of(flow), "gc", "Sums", "--keep-last", "3"))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("Sums/" + runs.get(0) + "\nDeleted 1 run and ");
        assertThat(console.type(List.of(flow), "gc", "Sum", "--keep-last", "3")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .contains("there is no run of flow `Sum` in file:" + directory + ". Did you mean `Sums`?");
    }

    @Test
    void wrongUsage() {
        assertUsage("--keep-last must be a whole number, at least 0, but is `-1`.", "--keep-last", "-1");
        assertUsage(
                "--older-than must be a number of days, hours or minutes, such as `30d`, `12h` or `90m`, but is `30`.",
                "--older-than",
                "30");
        assertUsage(
                "Nothing says which runs to delete. Give --keep-last or --older-than, or neither a flow nor --keep-tag.",
                "--keep-tag",
                "release");
        assertThat(left()).hasSize(4);
    }

    private void assertUsage(String message, String... options) {
        List<String> arguments = new ArrayList<>(List.of("gc"));
        arguments.addAll(List.of(options));
        assertThat(console.type(flow, arguments.toArray(String[]::new))).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith(message);
    }
}
