package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Items;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} of flows that fail: how far they get, and what is printed. */
class FailingRunCommandTest {
    @TempDir
    private Path directory;

    private Console console;

    @BeforeEach
    void open() {
        console = new Console(Clock.systemUTC()).in(directory);
    }

    private static TestFlow<Numbers> items() {
        return Numbers.flow("Items")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 5)
                .step(linear("work", "join"), (flow, task) -> {
                    if (task.index("count") % 2 == 1) {
                        throw new IllegalStateException("no data");
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static TestFlow<Numbers> loop() {
        return Numbers.flow("Loop")
                .step(linear("start", "check"), (flow, task) -> {})
                .step(
                        switchOn("check", "text")
                                .when("more", "check")
                                .when("enough", "end")
                                .maxIterations(2),
                        (flow, task) -> flow.text = task.context().iteration() < 4 ? "more" : "enough")
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private String last(String text) {
        String[] lines = text.split("\n");
        return lines[lines.length - 1];
    }

    @Test
    void keepGoingFinishesWhatItCanAndSaysHowMuchFailed() {
        assertThat(console.type(items(), "run", "--quiet", "--keep-going", "--max-workers", "1"))
                .isEqualTo(ExitStatus.FAILED);

        assertThat(console.err())
                .matches("(?s)task Items/[^/]+/work/1 failed: java.lang.IllegalStateException: no data\n"
                        + "\tat [^\n]+\n1 other task failed; the lines of the tasks say why.\n");
        assertThat(console.out().lines().filter(line -> line.contains("] ")).map(line -> line.replaceAll(".*\\] ", "")))
                .containsExactly(
                        "failed: java.lang.IllegalStateException: no data; the run continues with what does not depend on"
                                + " it",
                        "failed: java.lang.IllegalStateException: no data; the run continues with what does not depend on"
                                + " it");
        assertThat(last(console.out())).matches("resume it: NumbersRunner resume Items/[^ ]+ --datastore file:[^ ]+");
        console.type(items(), "show", "Items/latest");
        assertThat(console.out()).containsPattern("work +3 tasks +[0-9.]+ s +2 failed attempts");
    }

    @Test
    void progressSaysSoToo() {
        console.type(items(), "run", "--keep-going", "--max-workers", "1");

        assertThat(console.err()).containsPattern("step work: 5 tasks in [0-9.]+ s, 2 failed\n");
    }

    @Test
    void withoutItTheFirstFailureIsTheOnlyOne() {
        console.type(items(), "run", "--quiet", "--max-workers", "1");

        assertThat(console.err()).doesNotContain("other");
        console.type(items(), "show", "Items/latest");
        assertThat(console.out()).containsPattern("work +1 task +[0-9.]+ s +1 failed attempt\n");
    }

    @Test
    void keepGoingMayComeFromTheEnvironment() {
        console.with("CAIRN_RUN_KEEP_GOING", "true");

        console.type(items(), "run", "--quiet");

        assertThat(console.err()).contains("1 other task failed");
    }

    @Test
    void limitsOfIterationsAreGivenByStep() {
        assertThat(console.type(loop(), "run", "--quiet")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err()).contains("it reached its limit of 2 iterations");
        assertThat(console.type(loop(), "run", "--quiet", "--max-iterations", "check=4"))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.type(loop(), "run", "--quiet", "--max-iterations=check=3"))
                .isEqualTo(ExitStatus.FAILED);
        console.with("CAIRN_RUN_MAX_ITERATIONS", "check=9");
        assertThat(console.type(loop(), "run", "--quiet")).isEqualTo(ExitStatus.OK);
    }

    @Test
    void aLimitThatIsNoneIsWrongUsage() {
        assertThat(console.type(loop(), "run", "--max-iterations", "4")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("--max-iterations must be a step and a number, such as `start=1000`, but is `4`.\n");
        assertThat(console.type(loop(), "run", "--max-iterations", "check=many"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("--max-iterations must be a whole number, at least 1, but is `many`.\n");
        assertThat(console.type(loop(), "run", "--max-iterations", "chek=4")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).isEqualTo("flow Loop has no step `chek`. Did you mean `check`?\n");
    }
}
