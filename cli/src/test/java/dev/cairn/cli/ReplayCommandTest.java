package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay}: a stored task once more. */
class ReplayCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String run;

    @BeforeEach
    void runOnce() {
        console = new Console(clock).in(directory);
        run = sums.run(directory, 13);
    }

    @Test
    void whatFailedFailsAgain() {
        assertThat(console.type(flow, "replay", "latest/work/2")).isEqualTo(ExitStatus.FAILED);

        assertThat(console.out())
                .isEqualToNormalizingNewlines("attempt 1 of task Sums/" + run + "/work/2 runs once more\n");
        assertThat(console.err())
                .startsWith("task Sums/" + run + "/work/2 failed: java.lang.IllegalStateException: no luck with 13")
                .contains("at dev.cairn.cli.Sums")
                .doesNotContain("TaskReplay");
    }

    @Test
    void anEarlierAttempt() {
        assertThat(console.type(flow, "replay", "latest/work/1", "--attempt", "0"))
                .isEqualTo(ExitStatus.FAILED);

        assertThat(console.out()).startsWith("attempt 0 of task Sums/" + run + "/work/1 runs once more");
        assertThat(console.err()).contains("no luck with 2");
    }

    @Test
    void whatReturnedReturnsAgain() {
        assertThat(console.type(flow, "replay", "latest/work/1")).isEqualTo(ExitStatus.OK);

        assertThat(console.out())
                .isEqualToNormalizingNewlines("attempt 1 of task Sums/" + run + "/work/1 runs once more\n"
                        + "task work/1 returned, and left what it had left then\n");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void whatIsNotThere() {
        assertThat(console.type(flow, "replay", "latest/join")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualToNormalizingNewlines(
                        "run Sums/" + run + " has no attempt at task join that has ended, so it cannot"
                                + " run again. `show` lists its tasks.\n");

        assertThat(console.type(flow, "replay", "latest/work/0", "--attempt", "7"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualToNormalizingNewlines("task Sums/" + run + "/work/0 has no attempt 7; its attempts are [0].\n");

        assertThat(console.type(flow, "replay", "latest")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualToNormalizingNewlines("`latest` does not name a task. Name one, such as Sums/latest/start.\n");
    }
}
