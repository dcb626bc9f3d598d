package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.cli.TerminalWindow.Size;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.graph.ExpectedTasks;
import dev.cairn.runtime.graph.FlowGraph;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is shown of a run while it goes on. */
class RunProgressTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(sent, true, UTF_8);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Runnable> atItem = new AtomicReference<>(() -> {});

    private static final Map<String, String> CODE =
            Map.of("start", "1", "train", "1", "score", "1", "join", "1", "end", "1");

    /** Five items, one after the other; item 3 fails as often as it is told. */
    private TestFlow<Numbers> flow(int retries, AtomicLong failures) {
        return Numbers.flow("Watched")
                .step(foreach("start", "join", "count", Items.range(), "train"), (flow, task) -> flow.count = 5)
                .step(linear("train", "score").retry(Retries.of(retries)), (flow, task) -> {
                    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
                    if (task.index("count") == 3) {
                        atItem.get().run();
                        if (failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("bad luck");
                        }
                    }
                })
                .step(linear("score", "join"), (flow, task) -> {})
                .step(linear("join", "end").join(), (flow, task) -> {})
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private TestRun<Numbers> run(TestFlow<Numbers> flow, ProgressDisplay display) {
        return TestRun.of(flow)
                .code(CODE)
                .maxWorkers(1)
                .outputListener((path, line) -> {})
                .listener(new RunProgress(flow, display, nanos::get));
    }

    private PlainProgress plain() {
        return new PlainProgress(new Terminal(stream, stream), nanos::get);
    }

    private List<String> lines() {
        return sent.toString(UTF_8).lines().toList();
    }

    @Test
    void inAPipeThereIsALineForEachStepThatStartsAndEndsAndNowAndThenBetween() {
        PlainProgress display = plain();
        atItem.set(() -> {
            display.sample(); // too early
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            display.sample();
        });

        run(flow(1, new AtomicLong(1)), display).run();

        assertThat(lines())
                .containsExactly(
                        "step start started",
                        "step start: 1 task in 0.0 s",
                        "step train started: 5 tasks",
                        "step score started: 5 tasks",
                        "step train: 3 of 5 tasks, 1 running",
                        "step score: 3 of 5 tasks, 0 running",
                        "step train: 3 of 5 tasks, 1 running, 1 retried",
                        "step score: 3 of 5 tasks, 0 running",
                        "step train: 5 tasks in 32.0 s, 1 retried",
                        "step score: 5 tasks in 30.0 s",
                        "step join started",
                        "step join: 1 task in 0.0 s",
                        "step end started",
                        "step end: 1 task in 0.0 s");
    }

    @Test
    void aLongStepSaysSomethingOnceAMinute() {
        PlainProgress display = plain();
        atItem.set(() -> {
            for (int second = 0; second < 300; second += 5) {
                nanos.addAndGet(Duration.ofSeconds(5).toNanos());
                display.sample();
            }
        });

        run(flow(0, new AtomicLong()), display).run();

        assertThat(lines())
                .filteredOn(line -> line.startsWith("step train: 3 of 5"))
                .as("six in the first minute, one in each of the next four")
                .hasSize(10);
    }

    @Test
    void whatFailedIsSaidAtTheEnd() {
        assertThatThrownBy(() -> run(flow(0, new AtomicLong(1)), plain()).run())
                .isInstanceOf(FlowFailedException.class);

        assertThat(lines()).endsWith("step train: 4 tasks in 8.0 s, 1 failed", "step score: 3 tasks in 4.0 s");
    }

    @Test
    void whatAResumedRunReusesCountsAsDone() {
        TestFlow<Numbers> flow = flow(0, new AtomicLong(1));
        AtomicReference<String> failed = new AtomicReference<>();
        try (Datastore datastore = Datastore.inMemory()) {
            assertThatThrownBy(() -> run(flow, ProgressDisplay.NONE)
                            .datastore(datastore)
                            .onStart(run -> failed.set(run.id().toString()))
                            .run())
                    .isInstanceOf(FlowFailedException.class);
            PlainProgress display = plain();
            atItem.set(() -> {
                nanos.addAndGet(Duration.ofSeconds(10).toNanos());
                display.sample();
            });

            run(flow, display).datastore(datastore).resume(failed.get());
        }

        assertThat(lines())
                .containsExactly(
                        "step train started: 5 tasks, 3 of them reused",
                        "step train: 3 of 5 tasks, 1 running",
                        "step score started: 5 tasks, 3 of them reused",
                        "step train: 2 tasks in 14.0 s",
                        "step score: 2 tasks in 2.0 s",
                        "step join started",
                        "step join: 1 task in 0.0 s",
                        "step end started",
                        "step end: 1 task in 0.0 s");
    }

    @Test
    void onATerminalThereIsALineForEachOpenStep() {
        LiveScreen screen = new LiveScreen(stream, UTF_8);
        LiveProgress display = new LiveProgress(screen, () -> new Size(24, 80), nanos::get);
        AtomicReference<List<String>> shown = new AtomicReference<>();
        atItem.set(() -> {
            display.sample();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            display.sample();
            shown.set(ScreenOf.text(sent.toString(UTF_8)));
        });

        run(flow(0, new AtomicLong()), display).run();

        assertThat(shown.get())
                .containsExactly(
                        "  train  3 of 5 tasks, 1 running", //
                        "  score  3 of 5 tasks, 0 running");
        assertThat(ScreenOf.text(sent.toString(UTF_8))).as("after the end").isEmpty();
    }

    @Test
    void aLineIsNoLongerThanTheWindowIsWideAndThereAreNoMoreThanItIsHigh() {
        LiveProgress display = new LiveProgress(new LiveScreen(stream, UTF_8), () -> new Size(2, 16), nanos::get);
        AtomicReference<List<String>> shown = new AtomicReference<>();
        atItem.set(() -> {
            display.sample();
            shown.set(ScreenOf.text(sent.toString(UTF_8)));
        });

        run(flow(0, new AtomicLong()), display).run();

        assertThat(shown.get()).containsExactly("  and 2 more st");
    }

    @Test
    void stepsHaveOneTaskForEachElementUntilASwitchOrAnotherForeach() {
        ExpectedTasks expected = new ExpectedTasks(FlowGraph.of(Numbers.flow("Shapes")
                .step(foreach("start", "join", "count", Items.range(), "fork"), (flow, task) -> {})
                .step(split("fork", "meet", "left", "right"), (flow, task) -> {})
                .step(linear("left", "meet"), (flow, task) -> {})
                .step(linear("right", "meet"), (flow, task) -> {})
                .step(foreach("meet", "gather", "inner", Items.range(), "leaf").join(), (flow, task) -> {})
                .step(linear("leaf", "gather"), (flow, task) -> {})
                .step(switchOn("gather", "text").join().when("a", "yes").otherwise("no"), (flow, task) -> {})
                .step(linear("yes", "join"), (flow, task) -> {})
                .step(linear("no", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build()));

        assertThat(expected.perElement("start")).containsExactlyInAnyOrder("fork", "left", "right", "meet", "gather");
        assertThat(expected.perElement("meet")).as("which may run often").isEmpty();
        assertThat(expected.atFirst("start")).isEqualTo(1);
        assertThat(expected.atFirst("join")).isEqualTo(1);
        assertThat(expected.atFirst("leaf")).isEqualTo(ExpectedTasks.UNKNOWN);
    }

    @Test
    void numbersAreWrittenForPeople() {
        StepProgress.State step = new StepProgress.State(
                "train", 1_234, 0, 4, 2, 3, 10_000, Duration.ofSeconds(3), Duration.ofSeconds(3));

        assertThat(ProgressText.going(step, 411.4))
                .isEqualTo("1,234 of 10,000 tasks, 4 running, 2 failed, 3 retried, 411/s, 22 s left");
        assertThat(ProgressText.going(step, 0.5))
                .isEqualTo("1,234 of 10,000 tasks, 4 running, 2 failed, 3 retried, 0.5/s, 4 h 52 min left");
        assertThat(ProgressText.going(step, 0)).endsWith("3 retried");
        assertThat(ProgressText.going(
                        new StepProgress.State(
                                "refine", 1, 0, 1, 0, 0, ExpectedTasks.UNKNOWN, Duration.ZERO, Duration.ZERO),
                        2))
                .isEqualTo("1 task, 1 running, 2.0/s");
        assertThat(ProgressText.going(
                        new StepProgress.State("score", 0, 0, 1, 0, 0, 1, Duration.ofSeconds(200), Duration.ZERO), 0))
                .isEqualTo("running for 3 min 20 s");
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        Rate rate = new Rate();
        assertThat(rate.perSecond()).isZero();
        rate.sample(0, 0);
        assertThat(rate.perSecond()).isZero();
        for (int second = 1; second <= 30; second++) {
            rate.sample(Duration.ofSeconds(second).toNanos(), second <= 15 ? 0 : (second - 15) * 100L);
        }
        assertThat(rate.perSecond()).isEqualTo(100);
    }

    @Test
    void theSizeOfTheWindowIsWhatSttySays() {
        assertThat(TerminalWindow.parse("50 132\n")).isEqualTo(new Size(50, 132));
        assertThat(TerminalWindow.parse("0 0\n")).isEqualTo(new Size(24, 80));
        assertThat(TerminalWindow.parse("stty: invalid\n")).isEqualTo(new Size(24, 80));
    }

    @Test
    void aTextIsCutWhereTheWindowEnds() {
        assertThat(TextWidth.cut("train", 5)).isEqualTo("train");
        assertThat(TextWidth.cut("train", 4)).isEqualTo("trai");
        assertThat(TextWidth.of("\u8a13\u7df4")).isEqualTo(4);
        assertThat(TextWidth.cut("\u8a13\u7df4", 3)).isEqualTo("\u8a13");
    }
}
