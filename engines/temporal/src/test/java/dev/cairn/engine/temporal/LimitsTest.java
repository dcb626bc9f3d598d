package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.StepCount;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import io.temporal.api.enums.v1.EventType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Temporal's limits, which its server for tests does not enforce: the histories of runs say whether they are kept. {@code
 * -Dtemporal.items=100000 -Dtemporal.rounds=20000} is full size.
 */
class LimitsTest {
    private static final int ITEMS = Integer.getInteger("temporal.items", 2_000);
    private static final int ROUNDS = Integer.getInteger("temporal.rounds", 500);

    @TempDir
    static Path directory;

    private static TestTemporal temporal;
    private static Datastore datastore;

    @BeforeAll
    static void start() {
        temporal = new TestTemporal();
        datastore = Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterAll
    static void stop() {
        temporal.close();
        datastore.close();
    }

    @Test
    void aWideForeachTakesFewActivities() {
        Run run = run(wide(ITEMS), Limits.STANDARD, 2);

        assertThat(counts(run)).isEqualTo(Map.of("start", 1L, "work", (long) ITEMS, "join", 1L));
        Histories histories = histories(run, Limits.STANDARD);
        System.out.println("foreach of " + ITEMS + ": " + histories.events() + " events, " + histories.bytesOfLongest()
                + " bytes");
        assertThat(histories.count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
                .isLessThan(Math.max(200, ITEMS / 20));
    }

    @Test
    void aLoopTakesFewActivities() {
        Run run = run(loop(ROUNDS), Limits.STANDARD, 1);

        assertThat(counts(run)).containsEntry("check", (long) ROUNDS);
        Histories histories = histories(run, Limits.STANDARD);
        System.out.println(
                "loop of " + ROUNDS + ": " + histories.events() + " events, " + histories.bytesOfLongest() + " bytes");
        assertThat(histories.count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
                .isLessThan(Math.max(20, ROUNDS / 20));
    }

    @Test
    void aForeachWithManySlicesGoesToChildWorkflowsAndContinues() {
        Limits limits = new Limits(20, 2, 20, 3, 100, 15_000, 8, 4);
        Run run = run(wide(300), limits, 2);

        assertThat(counts(run)).containsEntry("work", 300L);
        Histories histories = histories(run, limits);
        assertThat(histories.count(EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED))
                .isGreaterThan(10);
        assertThat(histories.count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW))
                .isPositive();
    }

    /** One branch goes round and round while the other, and a foreach in it, wait for their end. */
    @Test
    void aRunContinuesInTheMiddleOfASplit() {
        Limits limits = new Limits(1, 10, 20, 1_000, 40, 15_000, 8, 4);
        Run run = run(loopBesideForeach(30), limits, 2);

        assertThat(counts(run)).containsEntry("check", 30L).containsEntry("work", 40L);
        assertThat(histories(run, limits).count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW))
                .isPositive();
    }

    @Test
    void itemsThatMustWaitDoNotHoldUpOthers() {
        FlowDefinition<?> flow = Numbers.flow("Waiting")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = 60)
                .step(linear("work", "join").retry(Retries.of(1).delay(Duration.ofSeconds(1))), (each, task) -> {
                    if (task.index("count") % 7 == 3 && task.context().attempt() == 0) {
                        throw new IllegalStateException("not yet");
                    }
                })
                .step(end("join").join(), (each, task) -> {})
                .build();

        Run run = run(flow, Limits.STANDARD, 2);

        Histories histories = histories(run, Limits.STANDARD);
        assertThat(histories.count(EventType.EVENT_TYPE_TIMER_FIRED)).isGreaterThanOrEqualTo(9);
        assertThat(counts(run)).containsEntry("work", 60L + 9);
    }

    @Test
    void noMoreTasksOfAStepRunAtOnceThanItAllows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        FlowDefinition<?> flow = Numbers.flow("Bounded")
                .step(foreach("start", "join", "count", Items.range(), "outer"), (each, task) -> each.count = 8)
                .step(
                        foreach("outer", "gather", "numbers", Items.iterable(Codecs.BOXED_INT), "work"),
                        (each, task) -> each.numbers = List.of(1, 2, 3))
                .step(
                        linear("work", "gather")
                                .maxParallel(2)
                                .retry(Retries.of(1).delay(Duration.ofMillis(1))),
                        (each, task) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.yield();
                            running.decrementAndGet();
                            if (task.context().attempt() == 0 && task.index("numbers") == 1) {
                                throw new IllegalStateException("not yet");
                            }
                        })
                .step(linear("gather", "join").join(), (each, task) -> {})
                .step(end("join").join(), (each, task) -> {})
                .build();

        Run run = run(flow, TestTemporal.SMALL, 4);

        assertThat(counts(run)).containsEntry("work", 24L + 8);
        assertThat(most.get()).isBetween(1, 2);
    }

    private static FlowDefinition<Numbers> wide(int items) {
        return Numbers.flow("Wide")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = items)
                .step(linear("work", "join"), (flow, task) -> flow.value = task.index("count"))
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static FlowDefinition<Numbers> loop(int rounds) {
        return Numbers.flow("Loop")
                .step(linear("start", "check"), (flow, task) -> flow.count = 0)
                .step(
                        switchOn("check", "text")
                                .when("more", "check")
                                .otherwise("end")
                                .maxIterations(rounds),
                        (flow, task) -> flow.text = ++flow.count < rounds ? "more" : "enough")
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private static FlowDefinition<Numbers> loopBesideForeach(int rounds) {
        return Numbers.flow("Beside")
                .step(split("start", "join", "check", "outer"), (flow, task) -> flow.count = 0)
                .step(
                        switchOn("check", "text")
                                .when("more", "check")
                                .otherwise("join")
                                .maxIterations(rounds),
                        (flow, task) -> flow.text = ++flow.count < rounds ? "more" : "enough")
                .step(
                        foreach("outer", "gather", "numbers", Items.iterable(Codecs.BOXED_INT), "work"),
                        (flow, task) -> flow.numbers = Collections.nCopies(40, 1))
                .step(linear("work", "gather"), (flow, task) -> {})
                .step(linear("gather", "join").join(), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static Run run(FlowDefinition<?> flow, Limits limits, int workers) {
        TemporalWorker worker = temporal.worker(flow.name() + limits.mostEvents(), List.of(flow), datastore, workers);
        try {
            return TestRun.of(flow)
                    .datastore(datastore)
                    .engine(temporal.engine(flow.name() + limits.mostEvents(), limits))
                    .run();
        } finally {
            worker.close();
        }
    }

    private static Map<String, Long> counts(Run run) {
        return datastore.runs().counts(new RunId(run.id())).stream()
                .collect(Collectors.groupingBy(StepCount::step, Collectors.summingLong(StepCount::attempts)));
    }

    private static Histories histories(Run run, Limits limits) {
        Histories histories = Histories.of(temporal, run.id());
        histories.requireSmallPayloads();
        assertThat(histories.mostPending()).isLessThanOrEqualTo(limits.mostPending() + 1); // the keeper too
        assertThat(histories.longest()).isLessThan(limits.mostEvents() + 10 * limits.mostPending());
        assertThat(histories.bytesOfLongest()).isLessThan(10_000_000);
        return histories;
    }
}
