package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.definition.Items;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Steps that run other flows. */
class RunInRunTest extends OnEachStore {
    /** A foreach over three items, each of which prints a line. */
    private static TestFlow<Numbers> inner() {
        return Numbers.flow("Inner")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 3)
                .step(linear("work", "join"), (flow, task) -> {
                    System.out.println("item " + task.index("count"));
                    flow.value = task.index("count");
                })
                .step(
                        end("join").join(),
                        (flow, task) -> flow.value = task.inputs().size())
                .build();
    }

    private TestRun<Numbers> builder(TestFlow<Numbers> flow, int workers) {
        return TestRun.of(flow).datastore(datastore).maxWorkers(workers).outputListener((path, line) -> {});
    }

    /** So many tasks at once, of which each runs the inner flow. */
    private TestFlow<Numbers> outer(int tasks, int innerWorkers) {
        return Numbers.flow("Outer")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = tasks)
                .step(linear("work", "join"), (flow, task) -> {
                    Run run = builder(inner(), innerWorkers).run();
                    flow.value = run.step("join").task().artifact("value").as(long.class);
                    flow.text = run.id();
                })
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static List<String> log(Task task) {
        try (Stream<LogLine> lines = task.log()) {
            return lines.map(LogLine::text).toList();
        }
    }

    @Test
    void eachNamesTheOther() {
        Run outer = builder(outer(2, 1), 1).run();

        Task task = outer.step("work").task(1);
        Run inner =
                Cairn.open(datastore).flow("Inner").run(task.artifact("text").as(String.class));
        assertThat(inner.startedBy()).contains(outer.pathspec() + "/work/1");
        assertThat(log(task)).containsExactly("started run " + inner.pathspec());
        assertThat(outer.startedBy()).isEmpty();
    }

    @Test
    void outputIsThatOfTheTaskThatPrintedIt() {
        builder(outer(1, 2), 1).run();

        Run inner = Cairn.open(datastore).flow("Inner").latest();
        assertThat(log(inner.step("work").task(2))).containsExactly("item 2");
    }

    @Test
    void oneWorkerIsEnoughForBoth() {
        Run outer = builder(outer(3, 1), 1).run();

        assertThat(outer.step("work").task(2).artifact("value").as(long.class)).isEqualTo(3);
    }

    @Test
    void thirtyTwoTasksThatEachRunAnotherFlow() {
        Run outer = builder(outer(32, 2), 32).run();

        assertThat(outer.step("work").count()).isEqualTo(32);
        try (Stream<Run> inner = Cairn.open(datastore).flow("Inner").stream()) {
            assertThat(inner.filter(Run::successful)
                            .map(run -> run.startedBy().orElseThrow())
                            .distinct())
                    .hasSize(32);
        }
    }

    @Test
    void aThreadOfTheStepMayStartItToo() {
        Run outer = builder(
                        Numbers.flow("Outer")
                                .step(end("start"), (flow, task) -> {
                                    Thread thread =
                                            new Thread(() -> builder(inner(), 1).run());
                                    thread.start();
                                    thread.join();
                                })
                                .build(),
                        1)
                .run();

        assertThat(Cairn.open(datastore).flow("Inner").latest().startedBy()).contains(outer.pathspec() + "/start");
    }

    @Test
    void aFailureOfTheInnerRunIsOneOfTheStep() {
        TestFlow<Numbers> broken = Numbers.flow("Inner")
                .step(end("start"), (flow, task) -> {
                    throw new IllegalStateException("no data");
                })
                .build();

        assertThatThrownBy(() -> builder(
                                Numbers.flow("Outer")
                                        .step(
                                                end("start"),
                                                (flow, task) ->
                                                        builder(broken, 1).run())
                                        .build(),
                                1)
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .hasCauseInstanceOf(FlowFailedException.class)
                .hasRootCauseMessage("no data");
    }

    @Test
    void whoStopsTheOuterRunStopsTheInnerOneToo() {
        Thread runner = Thread.currentThread();
        TestFlow<Numbers> waiting = Numbers.flow("Inner")
                .step(end("start"), (flow, task) -> {
                    runner.interrupt();
                    new CountDownLatch(1).await();
                })
                .build();

        assertThatThrownBy(() -> builder(
                                Numbers.flow("Outer")
                                        .step(
                                                end("start"),
                                                (flow, task) ->
                                                        builder(waiting, 1).run())
                                        .build(),
                                1)
                        .run())
                .isInstanceOf(RunInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        Cairn stored = Cairn.open(datastore);
        assertThat(stored.flow("Outer").latest().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(stored.flow("Inner").latest().status()).isEqualTo(RunStatus.INTERRUPTED);
    }
}
