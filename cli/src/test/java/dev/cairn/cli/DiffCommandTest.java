package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}. */
class DiffCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String good;
    private String same;
    private String bad;

    @BeforeEach
    void runThreeTimes() {
        console = new Console(clock).in(directory);
        good = sums.run(directory, 2);
        same = sums.run(directory, 2);
        bad = sums.run(directory, 13);
    }

    @Test
    void showsParametersAndTheTasksThatDiffer() {
        assertThat(console.type(flow, "diff", good, bad)).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                diff Sums/%s Sums/%s

                parameters
                  factor  2.0 -> 13.0

                step start
                  start
                    numbers[2]  3 -> 13
                  1 of 1 task differs

                step work
                  work/0
                    product  2.0 -> 13.0
                  work/1
                    product  4.0 -> 26.0
                  work/2  only in the first run
                  3 of 3 tasks differ

                step join
                  join  only in the first run
                  1 of 1 task differs

                step end
                  end  only in the first run
                  1 of 1 task differs
                """.formatted(good, bad));
    }

    @Test
    void equalRuns() {
        console.type(flow, "diff", good, same);

        assertThat(console.out()).isEqualTo("diff Sums/" + good + " Sums/" + same + "\n\nThe runs are equal.\n");
    }

    @Test
    void oneRunIsComparedWithTheOneBefore() {
        console.type(flow, "diff", "latest");
        assertThat(console.out()).startsWith("diff Sums/" + same + " Sums/" + bad + "\n");

        assertThat(console.type(flow, "diff", good)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("run Sums/" + good + " is the first run of its flow in file:" + directory
                        + ". Name two runs.\n");
    }

    @Test
    void limitsAreObeyedAndSaid() {
        console.type(flow, "diff", good, bad, "--limit", "1", "--max-value-size", "10");

        assertThat(console.out())
                .contains("\n  3 of 3 tasks differ; --limit <number> shows more than 1\n")
                .doesNotContain("work/1")
                .contains("    product  44 bytes -> 44 bytes; --max-value-size compares larger values than 10 bytes\n");
    }

    @Test
    void jsonHasTheSame() {
        console.type(flow, "diff", good, bad, "--json", "--limit", "2");

        assertThat(ParsedJson.at(console.out(), "first")).isEqualTo("Sums/" + good);
        assertThat(ParsedJson.at(console.out(), "parameters", 0, "fields", 0, "second"))
                .isEqualTo(13.0);
        assertThat(ParsedJson.at(console.out(), "steps", 1, "different")).isEqualTo(3);
        assertThat((List<?>) ParsedJson.at(console.out(), "steps", 1, "tasks")).hasSize(2);
        assertThat(ParsedJson.at(console.out(), "steps", 0, "tasks", 0, "artifacts", 0, "fields", 0, "path"))
                .isEqualTo("[2]");
    }

    @Test
    void wrongUsage() {
        assertThat(console.type(flow, "diff", good, good.substring(19))).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("Both names mean run Sums/" + good + ". Name two runs.\n");
        assertThat(console.type(flow, "diff")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("`diff` needs <run>: the two runs; if only one is named, it is compared with the run of its"
                        + " flow before it. Try --help: Sums_FlowRunner diff --help\n");
        assertThat(console.type(flow, "diff", good, bad, same)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`" + same + "` is unknown here.");
        assertThat(console.type(flow, "diff", good, "zzzzzzzz")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("there is no run Sums/zzzzzzzz in file:" + directory + ".");
    }
}
