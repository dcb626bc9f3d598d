package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.local.LocalEngine;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps that are tried again. */
@Timeout(60)
class RetryTest {
    private final Datastore datastore = Datastore.inMemory();
    private final FakeClock clock = new FakeClock();

    @Test
    void stepSucceedsAtItsThirdAttempt() {
        Run run = run(Numbers.flow("Third")
                .step(linear("start", "end").retry(Retries.of(3)), (flow, task) -> {
                    int attempt = task.context().attempt();
                    if (attempt < 2) {
                        throw new IllegalStateException("not yet: " + attempt);
                    }
                    flow.value = attempt;
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task task = run.step("start").task();
        assertThat(run.successful()).isTrue();
        assertThat(task.attempt()).isEqualTo(2);
        assertThat(task.artifact("value").as(long.class)).isEqualTo(2);
        assertThat(task.failure()).isEmpty();
        assertThat(task.attempts()).extracting(Task::attempt).containsExactly(0, 1, 2);
        assertThat(task.attempts()).extracting(Task::successful).containsExactly(false, false, true);
        assertThat(task.attempts().get(1).failure().orElseThrow().message()).isEqualTo("not yet: 1");
        assertThat(task.attempts().get(1).artifact("_success").value()).isEqualTo(false);
        assertThat(task.attempts().get(1).artifact("_task_ok").value()).isEqualTo(false);
        assertThat(run.step("start").count()).isEqualTo(1);
    }

    @Test
    void everyAttemptStartsWithWhatTheFirstStartedWith() {
        List<String> seen = new ArrayList<>();
        Run run = run(Numbers.flow("Clean")
                .step(linear("start", "work"), (flow, task) -> flow.numbers = new ArrayList<>(List.of(1)))
                .step(linear("work", "end").retry(Retries.of(2)), (flow, task) -> {
                    seen.add(flow.text + " " + flow.numbers);
                    flow.text = "assigned";
                    flow.numbers.add(2);
                    if (task.context().attempt() < 2) {
                        throw new IllegalStateException();
                    }
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(seen).containsExactly("null [1]", "null [1]", "null [1]");
        assertThat(run.step("end").task().artifact("numbers").value()).isEqualTo(List.of(1, 2));
    }

    @Test
    void failedAttemptKeepsWhatItHadAssigned() {
        Access access = Access.nothing().reads("text").mustAssign("value", "text", "count");
        Run run = run(Numbers.flow("Kept")
                .step(linear("start", "work"), (flow, task) -> flow.text = "before")
                .step(linear("work", "end").access(access).retry(Retries.of(1)), (flow, task) -> {
                    flow.value = 7;
                    if (task.context().attempt() == 0) {
                        throw new IllegalStateException();
                    }
                    flow.text = "after";
                    flow.count = 1;
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task failed = run.attempts("work").get(0);
        assertThat(failed.artifact("value").as(long.class)).isEqualTo(7);
        assertThat(failed.artifact("text").value()).isEqualTo("before");
        assertThat(failed.artifact("count").value()).isEqualTo(0);
        assertThat(run.step("work").task().artifact("text").value()).isEqualTo("after");
    }

    @Test
    void lastFailureFailsTheRun() {
        FlowDefinition<Numbers> exhausted = Numbers.flow("Exhausted")
                .step(end("start").retry(Retries.of(2)), (flow, task) -> {
                    flow.value = 40 + task.context().attempt();
                    throw new IllegalStateException("failure " + task.context().attempt());
                })
                .build();
        FlowFailedException failure = fail(exhausted);

        Run run = Cairn.open(datastore, exhausted).flow("Exhausted").latest();
        assertThat(failure)
                .hasMessage("task Exhausted/" + run.id() + "/start failed: java.lang.IllegalStateException: failure 2");
        assertThat(run.failure().orElseThrow().message()).isEqualTo("failure 2");
        assertThat(run.step("start").ran()).isFalse();
        assertThat(run.attempts("start"))
                .extracting(attempt -> attempt.artifact("value").value())
                .containsExactly(40L, 41L, 42L);
    }

    @Test
    void failedAttemptSaysInItsLogWhatFollows() {
        Run run = run(Numbers.flow("Logged")
                .step(end("start").retry(Retries.of(1)), (flow, task) -> {
                    task.context().log("attempt " + task.context().attempt());
                    if (task.context().attempt() == 0) {
                        throw new IllegalStateException("no data");
                    }
                })
                .build());

        List<Task> attempts = run.attempts("start");
        assertThat(log(attempts.get(0)))
                .containsExactly("attempt 0", "failed: java.lang.IllegalStateException: no data; retry 1 of 1 follows");
        assertThat(log(attempts.get(1))).containsExactly("attempt 1");
    }

    @Test
    void waitsGrowToTheirBound() throws Exception {
        CompletableFuture<Run> run = start(Numbers.flow("Growing")
                .step(
                        end("start")
                                .retry(Retries.of(4)
                                        .delay(Duration.ofSeconds(10))
                                        .backoff(2)
                                        .maxDelay(Duration.ofMinutes(1))),
                        (flow, task) -> {
                            if (task.context().attempt() < 4) {
                                throw new IllegalStateException("no data");
                            }
                        })
                .build());
        for (int retry = 1; retry <= 4; retry++) {
            clock.awaitAlarms(1);
            clock.advance(Duration.ofMinutes(1));
        }

        Run finished = run.get();
        assertThat(clock.waits())
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofMinutes(1));
        assertThat(log(finished.attempts("start").get(3)))
                .containsExactly("failed: java.lang.IllegalStateException: no data; retry 4 of 4 follows after PT1M");
    }

    @Test
    void waitIsNotOverBeforeItsTime() throws Exception {
        CompletableFuture<Run> run = start(failingOnce(Duration.ofSeconds(10)));
        clock.awaitAlarms(1);
        clock.advance(Duration.ofSeconds(9));
        assertThat(clock.alarms()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));

        assertThat(run.get().successful()).isTrue();
        assertThat(Duration.between(
                        run.get().attempts("start").get(0).finishedAt(),
                        run.get().attempts("start").get(1).startedAt()))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void noThreadWaitsWithATaskThatWaits() throws Exception {
        CountDownLatch otherFinished = new CountDownLatch(1);
        CompletableFuture<Run> run = start(TestRun.of(Numbers.flow("Free")
                        .step(split("start", "join", "broken", "other"), (flow, task) -> {})
                        .step(
                                linear("broken", "join").retry(Retries.of(1).delay(Duration.ofHours(1))),
                                (flow, task) -> {
                                    if (task.context().attempt() == 0) {
                                        throw new IllegalStateException();
                                    }
                                })
                        .step(linear("other", "join"), (flow, task) -> {
                            clock.awaitAlarms(1);
                            otherFinished.countDown();
                        })
                        .step(end("join").join(), (flow, task) -> {})
                        .build())
                .maxWorkers(1));
        otherFinished.await();
        clock.advance(Duration.ofHours(1));

        assertThat(run.get().successful()).isTrue();
    }

    @Test
    void stepThatMayRunOnceAtATimeLetsOthersRunWhileItWaits() throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Run> run = start(Numbers.flow("OneByOne")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 3)
                .step(
                        linear("work", "join")
                                .maxParallel(1)
                                .retry(Retries.of(1).delay(Duration.ofSeconds(1))),
                        (flow, task) -> {
                            if (task.index("count") == 0 && task.context().attempt() == 0) {
                                throw new IllegalStateException();
                            }
                            if (task.index("count") == 2) {
                                clock.awaitAlarms(1);
                            }
                            order.add(task.index("count"));
                            if (task.index("count") == 2) {
                                clock.advance(Duration.ofSeconds(1));
                            }
                        })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(run.get().successful()).isTrue();
        assertThat(order).containsExactly(1, 2, 0);
    }

    @Test
    void waitEndsWhenTheRunStops() {
        FlowFailedException failure = fail(Numbers.flow("Stopped")
                .step(split("start", "join", "waiting", "broken"), (flow, task) -> {})
                .step(linear("waiting", "join").retry(Retries.of(1).delay(Duration.ofDays(1))), (flow, task) -> {
                    throw new IllegalStateException("first");
                })
                .step(linear("broken", "join"), (flow, task) -> {
                    clock.awaitAlarms(1);
                    throw new IllegalStateException("second");
                })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(failure.getCause()).hasMessage("second");
        assertThat(clock.alarms()).isZero();
        assertThat(latest("Stopped").attempts("waiting")).hasSize(1);
    }

    @Test
    void interruptOfTheRunIsNotTriedAgain() {
        CountDownLatch waiting = new CountDownLatch(1);
        FlowFailedException failure = fail(Numbers.flow("Interrupted")
                .step(split("start", "join", "slow", "broken"), (flow, task) -> {})
                .step(linear("slow", "join").retry(Retries.of(5)).caughtIn("failure"), (flow, task) -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                })
                .step(linear("broken", "join"), (flow, task) -> {
                    waiting.await();
                    throw new IllegalStateException("broken");
                })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(failure.getCause()).hasMessage("broken");
        List<Task> attempts = latest("Interrupted").attempts("slow");
        assertThat(attempts).hasSize(1);
        assertThat(attempts.get(0).finished()).isFalse();
        assertThat(attempts.get(0).failure().orElseThrow().type()).isEqualTo("java.lang.InterruptedException");
    }

    @Test
    void valueThatCannotBeStoredIsAFailureLikeAnyOther() {
        Run run = run(Numbers.flow("Unstorable")
                .step(
                        foreach("start", "join", "count", Items.range(), "work").retry(Retries.of(1)),
                        (flow, task) -> flow.count = task.context().attempt() == 0 ? -1 : 2)
                .step(linear("work", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(run.step("work").count()).isEqualTo(2);
        assertThat(run.attempts("start").get(0).failure().orElseThrow().message())
                .isEqualTo("step `start` fans out over `count`, which is -1. The number of tasks must be at least"
                        + " 0.");
    }

    @Test
    void tasksOfAForeachAreTriedAgainOneByOne() {
        Run run = run(Numbers.flow("Each")
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"),
                        (flow, task) -> flow.numbers = List.of(0, 1, 2))
                .step(linear("work", "join").retry(Retries.of(2)), (flow, task) -> {
                    int item = task.<Integer>item("numbers");
                    if (task.context().attempt() < item) {
                        throw new IllegalStateException();
                    }
                    flow.value = item;
                })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        try (Stream<Task> tasks = run.step("work").stream()) {
            assertThat(tasks.map(Task::attempt)).containsExactly(0, 1, 2);
        }
    }

    private FlowDefinition<Numbers> failingOnce(Duration delay) {
        return Numbers.flow("Once")
                .step(end("start").retry(Retries.of(1).delay(delay)), (flow, task) -> {
                    if (task.context().attempt() == 0) {
                        throw new IllegalStateException();
                    }
                })
                .build();
    }

    private static List<String> log(Task task) {
        try (Stream<LogLine> lines = task.log()) {
            return lines.map(LogLine::text).toList();
        }
    }

    private Run run(FlowDefinition<Numbers> flow) {
        return TestRun.of(flow).datastore(datastore).clock(clock).run();
    }

    private CompletableFuture<Run> start(FlowDefinition<Numbers> flow) {
        return start(TestRun.of(flow));
    }

    private CompletableFuture<Run> start(TestRun<Numbers> run) {
        return CompletableFuture.supplyAsync(
                () -> run.datastore(datastore).clock(clock).run());
    }

    private FlowFailedException fail(FlowDefinition<Numbers> flow) {
        return catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow)
                        .datastore(datastore)
                        .clock(clock)
                        .engine(new LocalEngine(Duration.ofSeconds(10)))
                        .maxWorkers(2)
                        .run());
    }

    private Run latest(String flow) {
        return Cairn.open(datastore).flow(flow).latest();
    }
}
