package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.StepTimeoutException;
import dev.cairn.runtime.TaskContext;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps whose time is bounded. The clock stands still until a step moves it on. */
@Timeout(60)
class TimeoutTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Datastore datastore = Datastore.inMemory();
    private final FakeClock clock = new FakeClock();
    private final CountDownLatch testIsOver = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        testIsOver.countDown();
    }

    @Test
    void stepThatTakesTooLongIsInterruptedAndFails() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch left = new CountDownLatch(1);
        FlowDefinition<Numbers> flow = Numbers.flow("Slow")
                .step(end("start").timeout(MINUTE), (numbers, task) -> {
                    clock.advance(MINUTE);
                    interrupted.set(Thread.interrupted());
                    left.countDown();
                })
                .build();
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(flow));

        assertThat(failure.getCause())
                .isExactlyInstanceOf(StepTimeoutException.class)
                .hasMessage(
                        "step `start` took longer than its timeout, PT1M. It was interrupted, and nothing that it"
                                + " assigned is stored. Give it more time with @Timeout, or divide its work among several steps.");
        await(left);
        assertThat(interrupted).isTrue();
    }

    @Test
    void exceptionShowsWhereTheStepWas() {
        Run run = run(caught("Where", (flow, task) -> ignoreInterrupts()));

        String trace =
                run.step("start").task().artifact("failure").as(Failure.class).stackTrace();
        assertThat(trace)
                .startsWith("dev.cairn.runtime.StepTimeoutException: step `start` took longer")
                .contains("TimeoutTest.ignoreInterrupts")
                .doesNotContain("TimedCall");
    }

    @Test
    void stepInTimeIsLeftAlone() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        Run run = run(Numbers.flow("Quick")
                .step(linear("start", "end").timeout(MINUTE), (flow, task) -> {
                    clock.advance(MINUTE.minusNanos(1));
                    flow.value = 42;
                    threads.add(Thread.currentThread());
                })
                .step(end("end"), (flow, task) -> {
                    clock.advance(MINUTE);
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    assertThat(threads.get(0).isInterrupted()).isFalse();
                    flow.value++;
                })
                .build());

        assertThat(run.step("end").task().artifact("value").value()).isEqualTo(43L);
        assertThat(clock.alarms()).isZero();
    }

    @Test
    void exceptionOfAStepInTimeIsItsOwn() {
        FlowDefinition<Numbers> flow = Numbers.flow("Own")
                .step(end("start").timeout(MINUTE), (numbers, task) -> {
                    throw new java.util.concurrent.CancellationException("mine");
                })
                .build();
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(flow));

        assertThat(failure.getCause())
                .isExactlyInstanceOf(java.util.concurrent.CancellationException.class)
                .hasMessage("mine");
    }

    @Test
    void nothingOfTheInstanceIsStored() {
        Run run = run(Numbers.flow("Nothing")
                .step(linear("start", "slow"), (flow, task) -> {
                    flow.text = "before";
                    flow.numbers = new ArrayList<>(List.of(1));
                })
                .step(linear("slow", "end").timeout(MINUTE).caughtIn("failure"), (flow, task) -> {
                    flow.text = "assigned in vain";
                    flow.numbers.add(2);
                    flow.value = 3;
                    ignoreInterrupts();
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task slow = run.step("slow").task();
        assertThat(slow.artifact("text").value()).isEqualTo("before");
        assertThat(slow.artifact("numbers").value()).isEqualTo(List.of(1));
        assertThat(slow.artifact("value").value()).isEqualTo(0L);
        assertThat(slow.artifact("text").sha())
                .isEqualTo(run.step("start").task().artifact("text").sha());
    }

    @Test
    void fieldsWithInitialisersExistAlsoIfTheFirstStepTakesTooLong() {
        Run run = run(TestFlow.of("Initialised", Numbers.class, () -> {
                    Numbers numbers = new Numbers();
                    numbers.text = "initial";
                    return numbers;
                })
                .field(
                        ArtifactDefinition.artifact("text", "String", dev.cairn.codec.Codecs.STRING)
                                .initialised(),
                        flow -> flow.text,
                        (flow, value) -> flow.text = value)
                .artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        flow -> flow.failure,
                        (flow, value) -> flow.failure = value)
                .step(linear("start", "end").timeout(MINUTE).caughtIn("failure"), (flow, task) -> {
                    flow.text = "assigned in vain";
                    ignoreInterrupts();
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(run.step("end").task().artifact("text").value()).isEqualTo("initial");
    }

    @Test
    void joinThatTakesTooLongMergesNothing() {
        Run run = run(Numbers.flow("Join")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 2)
                .step(linear("work", "join"), (flow, task) -> flow.text = "same")
                .step(linear("join", "end").join().timeout(MINUTE).caughtIn("failure"), (flow, task) -> {
                    task.inputs().mergeInto(flow, Merge.all());
                    ignoreInterrupts();
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(run.step("join").task().has("text")).isFalse();
        assertThat(run.step("join").task().artifact("failure").value()).isNotNull();
    }

    @Test
    void stepThatIgnoresItsInterruptKeepsNoWorker() {
        AtomicInteger attempts = new AtomicInteger();
        Run run = TestRun.of(Numbers.flow("Worker")
                        .step(linear("start", "end").retry(Retries.of(3)).timeout(MINUTE), (flow, task) -> {
                            if (attempts.incrementAndGet() <= 3) {
                                ignoreInterrupts();
                            }
                            flow.value = task.context().attempt();
                        })
                        .step(end("end"), (flow, task) -> {})
                        .build())
                .datastore(datastore)
                .clock(clock)
                .maxWorkers(1)
                .run();

        assertThat(testIsOver.getCount()).isEqualTo(1); // so three steps hang while the run succeeds
        assertThat(run.step("end").task().artifact("value").value()).isEqualTo(3L);
        assertThat(run.attempts("start"))
                .extracting(attempt -> attempt.failure().map(Failure::type).orElse(""))
                .containsExactly(
                        StepTimeoutException.class.getName(),
                        StepTimeoutException.class.getName(),
                        StepTimeoutException.class.getName(),
                        "");
    }

    @Test
    void whatAStepDoesAfterItsTimeIsInVain() throws Exception {
        Exchanger<Object> late = new Exchanger<>();
        AtomicReference<TaskContext> context = new AtomicReference<>();
        FlowDefinition<Numbers> flow = Numbers.flow("Late")
                .step(linear("start", "end").retry(Retries.of(1)).timeout(MINUTE), (numbers, task) -> {
                    if (task.context().attempt() == 0) {
                        task.context().log("in time");
                        context.set(task.context());
                        ignoreInterrupts();
                        task.context().log("too late");
                        numbers.value = 666;
                        late.exchange(catchThrowableOfType(
                                IllegalStateException.class,
                                () -> task.context().files().put("key", output -> output.write(1))));
                        return;
                    }
                    numbers.value = 1;
                })
                .step(end("end"), (numbers, task) -> {
                    testIsOver.countDown();
                    numbers.failure = new Failure("", ((Throwable) late.exchange("unused")).getMessage(), "");
                })
                .build();
        Run run = run(flow);

        assertThat(run.step("end").task().artifact("value").value()).isEqualTo(1L);
        assertThat(run.step("end").task().artifact("failure").as(Failure.class).message())
                .isEqualTo("task " + run.pathspec() + "/start has ended, so it cannot store more files");
        assertThat(run.files().keys()).isEmpty();
        assertThat(run.attempts("start")).hasSize(2);
        try (Stream<LogLine> lines = run.attempts("start").get(0).log()) {
            assertThat(lines.map(LogLine::text))
                    .startsWith("in time")
                    .hasSize(2)
                    .doesNotContain("too late");
        }
    }

    @Test
    void runThatStopsInterruptsStepsWithATimeoutToo() {
        CountDownLatch waiting = new CountDownLatch(1);
        FlowDefinition<Numbers> flow = Numbers.flow("Stop")
                .step(
                        dev.cairn.runtime.definition.StepDefinition.split("start", "join", "slow", "broken"),
                        (numbers, task) -> {})
                .step(linear("slow", "join").timeout(MINUTE), (numbers, task) -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                })
                .step(linear("broken", "join"), (numbers, task) -> {
                    waiting.await();
                    throw new IllegalStateException("broken");
                })
                .step(end("join").join(), (numbers, task) -> {})
                .build();
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow)
                        .datastore(datastore)
                        .clock(clock)
                        .maxWorkers(2)
                        .run());

        assertThat(failure.getCause()).hasMessage("broken");
        Run run = Cairn.open(datastore, flow).flow("Stop").latest();
        assertThat(run.attempts("slow").get(0).failure().orElseThrow().type())
                .isEqualTo("java.lang.InterruptedException");
    }

    @Test
    void everyTaskOfAForeachHasTimeOfItsOwn() throws Exception {
        CountDownLatch bothRun = new CountDownLatch(2);
        CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> TestRun.of(Numbers.flow("Each")
                        .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 2)
                        .step(linear("work", "join").timeout(MINUTE).caughtIn("failure"), (flow, task) -> {
                            bothRun.countDown();
                            new CountDownLatch(1).await();
                        })
                        .step(end("join").join(), (flow, task) -> {})
                        .build())
                .datastore(datastore)
                .clock(clock)
                .maxWorkers(2)
                .run());
        bothRun.await();
        clock.advance(MINUTE);

        try (Stream<Task> tasks = run.get().step("work").stream()) {
            assertThat(tasks.map(task -> task.failure().orElseThrow().type()))
                    .containsExactly(StepTimeoutException.class.getName(), StepTimeoutException.class.getName());
        }
    }

    private FlowDefinition<Numbers> caught(String name, Body<Numbers> body) {
        return Numbers.flow(name)
                .step(linear("start", "end").timeout(MINUTE).caughtIn("failure"), body)
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    /** Lets the time of the step pass, and goes on until the test is over. */
    private void ignoreInterrupts() {
        CompletableFuture.runAsync(() -> clock.advance(MINUTE));
        while (testIsOver.getCount() > 0) {
            await(testIsOver);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            // a step that takes no notice
        }
    }

    private Run run(FlowDefinition<Numbers> flow) {
        return TestRun.of(flow).datastore(datastore).clock(clock).run();
    }
}
