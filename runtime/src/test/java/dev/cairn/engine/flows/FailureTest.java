package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.local.LocalEngine;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.ForeachException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that do not succeed. */
@Timeout(60)
class FailureTest {
    private final Datastore datastore = Datastore.inMemory();

    @Test
    void exceptionNamesRunTaskAndCause() {
        FlowFailedException failure = fail(Numbers.flow("Broken")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 3)
                .step(linear("work", "join"), (flow, task) -> {
                    if (task.index("count") == 1) {
                        throw new IllegalStateException("no data");
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        Run run = latest("Broken");
        assertThat(failure)
                .hasMessage("task Broken/" + run.id() + "/work/1 failed: java.lang.IllegalStateException: no data");
        assertThat(failure.runId()).isEqualTo(run.id());
        assertThat(failure.taskPath()).isEqualTo("Broken/" + run.id() + "/work/1");
        assertThat(failure.getCause()).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void runIsRecordedAsFailedWithItsTaskAndReason() {
        fail(Numbers.flow("Broken")
                .step(linear("start", "end"), (flow, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Run run = latest("Broken");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failedTask()).contains("start");
        assertThat(run.failure().orElseThrow().type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run.failure().orElseThrow().message()).isEqualTo("no data");
        assertThat(run.finishedAt()).isPresent();
        assertThat(run.step("start").ran()).isFalse();
        assertThat(run.step("end").ran()).isFalse();
    }

    @Test
    void stackTracesAreCutToTheFramesOfTheUser() {
        FlowFailedException failure = fail(Numbers.flow("Trace")
                .step(end("start"), (flow, task) -> {
                    IllegalStateException problem = new IllegalStateException("outer", new RuntimeException("inner"));
                    problem.addSuppressed(new RuntimeException("aside"));
                    throw problem;
                })
                .build());

        Throwable cause = failure.getCause();
        for (Throwable throwable : List.of(cause, cause.getCause(), cause.getSuppressed()[0])) {
            assertThat(Arrays.stream(throwable.getStackTrace()).map(StackTraceElement::getClassName))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith(FailureTest.class.getName()));
        }
        assertThat(latest("Trace").failure().orElseThrow().stackTrace())
                .startsWith("java.lang.IllegalStateException: outer")
                .contains("Caused by: java.lang.RuntimeException: inner")
                .doesNotContain("TaskExecution")
                .doesNotContain("java.lang.Thread");
    }

    @Test
    void framesOfCairnAboveThoseOfTheUserAreCutToo() {
        FlowFailedException failure = fail(Numbers.flow("Above")
                .step(end("start"), (flow, task) -> task.inputs())
                .build());

        assertThat(failure.getCause()).hasMessage("step `start` is not a join");
        assertThat(failure.getCause().getStackTrace()[0].getClassName()).isEqualTo(FailureTest.class.getName());
    }

    @Test
    void failureOutsideTheStepShowsNoFramesOfCairn() {
        FlowFailedException failure = fail(Numbers.flow("Outside")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = -1)
                .step(linear("work", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(failure.getCause()).isExactlyInstanceOf(ForeachException.class);
        assertThat(failure.getCause().getStackTrace()).isEmpty();
    }

    @Test
    void commitThatFailsFailsTheRun() {
        Datastore broken = new BrokenDatastore(datastore, "work");
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(Numbers.flow("Disk")
                                .step(linear("start", "work"), (flow, task) -> {})
                                .step(linear("work", "end"), (flow, task) -> {})
                                .step(end("end"), (flow, task) -> {})
                                .build())
                        .datastore(broken)
                        .run());

        assertThat(failure.getCause())
                .isExactlyInstanceOf(DatastoreException.class)
                .hasMessage("the disk is full");
        assertThat(failure.taskPath()).endsWith("/work");
        assertThat(latest("Disk").status()).isEqualTo(RunStatus.FAILED);
        assertThat(latest("Disk").step("end").ran()).isFalse();
    }

    @Test
    void errorsAreFailuresToo() {
        for (Error error :
                List.of(new AssertionError("wrong"), new OutOfMemoryError("full"), new LinkageError("gone"))) {
            FlowFailedException failure = fail(Numbers.flow("Error")
                    .step(end("start"), (flow, task) -> {
                        throw error;
                    })
                    .build());

            assertThat(failure.getCause()).isSameAs(error);
        }
    }

    @Test
    void endlessRecursionIsAFailure() {
        FlowFailedException failure = fail(Numbers.flow("Endless")
                .step(end("start"), (flow, task) -> flow.value = endless(0))
                .build());

        assertThat(failure.getCause()).isInstanceOf(StackOverflowError.class);
        assertThat(latest("Endless").status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void firstFailureIsNamedAndRunningTasksAreInterrupted() {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        FlowFailedException failure = fail(Numbers.flow("Fast")
                .step(split("start", "join", "quick", "slow"), (flow, task) -> {})
                .step(linear("quick", "join"), (flow, task) -> {
                    waiting.await();
                    throw new IllegalStateException("first");
                })
                .step(linear("slow", "join"), (flow, task) -> {
                    waiting.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                        throw e;
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(failure.getCause()).hasMessage("first");
        assertThat(failure.taskPath()).endsWith("/quick");
        assertThat(interrupted).isTrue();
        assertThat(latest("Fast").step("slow").ran()).isFalse();
        assertThat(latest("Fast").failedTask()).contains("quick");
    }

    @Test
    void taskThatFinishedInSpiteOfTheInterruptIsKept() {
        CountDownLatch waiting = new CountDownLatch(1);
        fail(Numbers.flow("Stubborn")
                .step(split("start", "join", "quick", "slow"), (flow, task) -> {})
                .step(linear("quick", "join"), (flow, task) -> {
                    waiting.await();
                    throw new IllegalStateException("first");
                })
                .step(linear("slow", "join"), (flow, task) -> {
                    waiting.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        flow.text = "saved";
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(latest("Stubborn").step("slow").task().artifact("text").value())
                .isEqualTo("saved");
    }

    @Test
    void taskThatIgnoresItsInterruptIsGivenUpAndStoresNothing() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(Numbers.flow("Deaf")
                                .step(split("start", "join", "quick", "deaf"), (flow, task) -> {})
                                .step(linear("quick", "join"), (flow, task) -> {
                                    waiting.await();
                                    throw new IllegalStateException("first");
                                })
                                .step(linear("deaf", "join"), (flow, task) -> {
                                    worker.set(Thread.currentThread());
                                    waiting.countDown();
                                    awaitUninterruptibly(release);
                                })
                                .step(end("join").join(), (flow, task) -> {})
                                .build())
                        .datastore(datastore)
                        .maxWorkers(2)
                        .engine(new LocalEngine(Duration.ZERO))
                        .run());

        release.countDown();
        worker.get().join();
        assertThat(failure.getCause()).hasMessage("first");
        assertThat(latest("Deaf").step("deaf").ran()).isFalse();
    }

    @Test
    void whatAFailedAttemptAssignedIsKeptForInspection() {
        fail(Numbers.flow("Inspect")
                .step(linear("start", "work"), (flow, task) -> flow.text = "before")
                .step(end("work"), (flow, task) -> {
                    flow.text = "assigned";
                    throw new IllegalStateException("no data");
                })
                .build());

        List<TaskRecord> attempts;
        Run run = latest("Inspect");
        try (var stream = datastore.runs().attempts(new RunId(run.id()))) {
            attempts = stream.filter(record -> !record.finished()).toList();
        }
        assertThat(attempts).hasSize(1);
        assertThat(attempts.get(0).failure().message()).isEqualTo("no data");
        assertThat(attempts.get(0).artifacts().get("text").address())
                .isNotEqualTo(datastore
                        .runs()
                        .task(attempts.get(0).run(), TaskId.of("start"))
                        .orElseThrow()
                        .artifacts()
                        .get("text")
                        .address());
        assertThat(run.step("start").task().artifact("text").value()).isEqualTo("before");
    }

    @Test
    void interruptedRunIsRecordedAsInterrupted() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        TestFlow<Numbers> flow = Numbers.flow("Interrupted")
                .step(linear("start", "slow"), (instance, task) -> instance.text = "kept")
                .step(linear("slow", "end"), (instance, task) -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                })
                .step(end("end"), (instance, task) -> {})
                .build();
        AtomicBoolean interruptedAfter = new AtomicBoolean();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<?> result = executor.submit(() -> {
            try {
                TestRun.of(flow).datastore(datastore).run();
            } finally {
                interruptedAfter.set(Thread.currentThread().isInterrupted());
            }
        });
        waiting.await();
        executor.shutdownNow();
        ExecutionException problem =
                catchThrowableOfType(ExecutionException.class, () -> result.get(30, TimeUnit.SECONDS));

        Run run = latest("Interrupted");
        assertThat(problem.getCause())
                .isExactlyInstanceOf(RunInterruptedException.class)
                .hasMessage("run Interrupted/" + run.id() + " was interrupted");
        assertThat(interruptedAfter).isTrue();
        assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(run.step("start").task().artifact("text").value()).isEqualTo("kept");
        assertThat(run.step("slow").ran()).isFalse();
    }

    @Test
    void foreachOverNullFailsTheTask() {
        FlowFailedException failure = fail(Numbers.flow("Null")
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().mustAssign("numbers")),
                        (flow, task) -> flow.numbers = null)
                .step(linear("work", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(failure.getCause())
                .hasMessage("step `start` fans out over `numbers`, which is null."
                        + " Assign an empty value if there is nothing to do.");
        assertThat(latest("Null").step("start").ran()).isFalse();
    }

    @Test
    void foreachOverNegativeNumberFailsTheTask() {
        FlowFailedException failure = fail(Numbers.flow("Negative")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = -1)
                .step(linear("work", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(failure.getCause())
                .hasMessage("step `start` fans out over `count`, which is -1. The number of tasks must be at least"
                        + " 0.");
    }

    private FlowFailedException fail(TestFlow<Numbers> flow) {
        return catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow).datastore(datastore).maxWorkers(2).run());
    }

    private Run latest(String flow) {
        return Cairn.open(datastore, Numbers.flow(flow).build()).flow(flow).latest();
    }

    private static long endless(long depth) {
        return endless(depth + 1) + 1;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean released = false;
        while (!released) {
            try {
                latch.await();
                released = true;
            } catch (InterruptedException e) {
                // this task is deaf
            }
        }
    }
}
