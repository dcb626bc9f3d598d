package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.TaskContext;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose is what steps write to {@code System.out} and {@code System.err}, and where it goes. */
class StandardStreamsTest extends PrintingSteps {
    private static final int LINES = Integer.getInteger("output.lines", 200);

    @Test
    void linesOfManyTasksAreKeptWithEachInOrder() {
        FlowDefinition<Numbers> flow = Numbers.flow("Many")
                .step(foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"), (each, task) -> {
                    each.numbers = IntStream.range(0, 32).boxed().toList();
                })
                .step(linear("work", "join"), (each, task) -> {
                    int number = task.item("numbers");
                    for (int i = 0; i < LINES; i++) {
                        System.out.println(number + " out " + i);
                        System.err.printf("%d err %d%n", number, i);
                    }
                })
                .step(linear("join", "end").join(), (each, task) -> {})
                .step(end("end"), (each, task) -> {})
                .build();

        Run run = quiet(flow).maxWorkers(32).run();

        for (int number = 0; number < 32; number++) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                expected.add("OUT " + number + " out " + i);
                expected.add("ERR " + number + " err " + i);
            }
            assertThat(texts(run.task("work/" + number).log())).isEqualTo(expected);
        }
        assertThat(texts(run.log())).isEmpty();
        assertThat(printed() + printedErrors).isEmpty();
    }

    @Test
    void linesAndLogsAreShownWithThePathOfTheirTask() {
        Run run = TestRun.of(oneStep((each, task) -> {
                    System.out.println("out");
                    task.context().log("log");
                    System.err.println("err");
                }))
                .datastore(datastore)
                .run();

        String time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} ";
        String path = "\\[" + run.pathspec() + "/start\\] ";
        assertThat(printed().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches(time + path + "out"),
                        line -> assertThat(line).matches(time + path + "log"));
        assertThat(printedErrors.toString(StandardCharsets.UTF_8)).matches(time + path + "err\\R");
        assertThat(startOf(run)).containsExactly("OUT out", "LOG log", "ERR err");
    }

    @Test
    void everyWayToPrintIsCaptured() {
        Run run = quiet(oneStep((each, task) -> {
                    PrintStream stream = System.out;
                    stream.println(true);
                    stream.println('c');
                    stream.println(1);
                    stream.println(2L);
                    stream.println(1.5f);
                    stream.println(2.5);
                    stream.println(new char[] {'x', 'y'});
                    stream.println((Object) List.of(1));
                    stream.println((String) null);
                    stream.print(true);
                    stream.print('c');
                    stream.print(1);
                    stream.print(2L);
                    stream.print(1.5f);
                    stream.print(2.5);
                    stream.print(new char[] {'x', 'y'});
                    stream.print((Object) List.of(1));
                    stream.print("s");
                    stream.println();
                    stream.append("a").append('b').append("abc", 2, 3).printf("%d%n", 4);
                    stream.write('w');
                    stream.write("wx\n".getBytes(StandardCharsets.US_ASCII), 1, 2);
                    stream.write("y\n".getBytes(StandardCharsets.US_ASCII));
                    stream.flush();
                    stream.close();
                    stream.println("after close");
                }))
                .run();

        assertThat(startOf(run))
                .extracting(line -> line.substring(4))
                .containsExactly(
                        "true",
                        "c",
                        "1",
                        "2",
                        "1.5",
                        "2.5",
                        "xy",
                        "[1]",
                        "null",
                        "truec121.52.5xy[1]s",
                        "abc4",
                        "wx",
                        "y",
                        "after close");
        assertThat(printed()).isEmpty();
    }

    @Test
    void threadsOfAStepWriteWholeLinesInOrder() {
        Run run = quiet(oneStep((each, task) -> {
                    CyclicBarrier together = new CyclicBarrier(4);
                    List<Thread> threads = IntStream.range(0, 4)
                            .mapToObj(number -> new Thread(() -> {
                                await(together);
                                for (int i = 0; i < LINES; i++) {
                                    System.out.print(number);
                                    System.out.print(" ");
                                    System.out.println(i);
                                }
                            }))
                            .toList();
                    threads.forEach(Thread::start);
                    for (Thread thread : threads) {
                        thread.join();
                    }
                }))
                .run();

        List<String> lines = startOf(run);
        assertThat(lines).hasSize(4 * LINES);
        for (int number = 0; number < 4; number++) {
            String start = "OUT " + number + " ";
            assertThat(lines.stream().filter(line -> line.startsWith(start)))
                    .isEqualTo(
                            IntStream.range(0, LINES).mapToObj(i -> start + i).toList());
        }
    }

    @Test
    void aThreadBelongsToItsTaskUntilThatHasEnded() {
        CountDownLatch printedOnce = new CountDownLatch(1);
        CountDownLatch taskEnded = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        FlowDefinition<Numbers> flow = Numbers.flow("Outliving")
                .step(linear("start", "end"), (each, task) -> {
                    thread.set(new Thread(() -> {
                        System.out.println("during");
                        System.out.print("cut by the end");
                        printedOnce.countDown();
                        awaitLatch(taskEnded);
                        System.out.println("after");
                    }));
                    thread.get().start();
                    printedOnce.await();
                })
                .step(end("end"), (each, task) -> {
                    taskEnded.countDown();
                    thread.get().join();
                })
                .build();

        Run run = quiet(flow).run();

        assertThat(startOf(run)).containsExactly("OUT during", "OUT cut by the end");
        assertThat(texts(run.step("end").task().log())).isEmpty();
        assertThat(texts(run.log())).containsExactly("OUT after");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workForAnOlderPoolIsTheRunsUnlessItIsWrapped() {
        Run run = quiet(oneStep((each, task) -> {
                    TaskContext context = task.context();
                    olderPool.submit(() -> System.out.println("pool")).get();
                    olderPool.execute(context.wrap(() -> System.out.println("runnable")));
                    Callable<Integer> callable = context.wrap(() -> {
                        System.out.println("callable");
                        return 7;
                    });
                    assertThat(olderPool.submit(callable).get()).isEqualTo(7);
                    int supplied = CompletableFuture.supplyAsync(
                                    context.wrapSupplier(() -> {
                                        System.err.println("supplier");
                                        return 8;
                                    }),
                                    olderPool)
                            .get();
                    assertThat(supplied).isEqualTo(8);
                    olderPool.submit(() -> System.out.println("pool again")).get();
                }))
                .run();

        assertThat(startOf(run)).containsExactly("OUT runnable", "OUT callable", "ERR supplier");
        assertThat(texts(run.log())).containsExactly("OUT pool", "OUT pool again");
    }

    @Test
    void threadsOfTheCommonPoolAreNoTasks() {
        Run run = quiet(oneStep((each, task) -> {
                    CountDownLatch done = new CountDownLatch(2);
                    ForkJoinPool.commonPool().execute(() -> {
                        System.out.println("common");
                        done.countDown();
                    });
                    ForkJoinPool.commonPool().execute(task.context().wrap(() -> {
                        System.out.println("wrapped");
                        done.countDown();
                    }));
                    done.await();
                }))
                .run();

        assertThat(startOf(run)).containsExactly("OUT wrapped");
        assertThat(texts(run.log())).containsExactly("OUT common");
    }

    @Test
    void aWrappedActionThatRunsTooLateIsTheRuns() {
        AtomicReference<Runnable> late = new AtomicReference<>();
        FlowDefinition<Numbers> flow = Numbers.flow("Late")
                .step(
                        linear("start", "end"),
                        (each, task) -> late.set(task.context().wrap(() -> System.out.println("late"))))
                .step(end("end"), (each, task) -> {
                    late.get().run();
                    System.out.println("mine again");
                })
                .build();

        Run run = quiet(flow).run();

        assertThat(startOf(run)).isEmpty();
        assertThat(texts(run.log())).containsExactly("OUT late");
        assertThat(texts(run.step("end").task().log())).containsExactly("OUT mine again");
    }

    @Test
    void eachAttemptHasItsOwn() {
        FlowDefinition<Numbers> flow = Numbers.flow("Retried")
                .step(end("start").retry(Retries.of(1)).timeout(Duration.ofHours(1)), (each, task) -> {
                    System.out.print("attempt " + task.context().attempt());
                    if (task.context().attempt() == 0) {
                        throw new IllegalStateException("again");
                    }
                })
                .build();

        Run run = quiet(flow).run();

        List<Task> attempts = run.attempts("start");
        assertThat(texts(attempts.get(0).log()))
                .containsExactly(
                        "OUT attempt 0", "LOG failed: java.lang.IllegalStateException: again; retry 1 of 1 follows");
        assertThat(texts(attempts.get(1).log())).containsExactly("OUT attempt 1");
        assertThat(texts(run.log("start", 0))).hasSize(2);
    }

    @Test
    void aLongLineIsKept() {
        String line = "0123456789".repeat(1_000_000);
        Run run = quiet(oneStep((each, task) -> {
                    for (int i = 0; i < 10; i++) {
                        System.out.print(line.substring(0, 1_000_000));
                    }
                    System.out.println();
                }))
                .run();

        assertThat(startOf(run)).containsExactly("OUT " + line);
    }

    @Test
    void tooMuchIsCut() {
        String line = "x".repeat(999);
        Run run = quiet(oneStep((each, task) -> {
                    for (int i = 0; i < 17_000; i++) {
                        System.out.println(line);
                    }
                }))
                .run();

        try (Stream<LogLine> log = run.step("start").task().log()) {
            assertThat(log.filter(each -> each.text().equals(line))).hasSize(16_000);
        }
        try (Stream<LogLine> log = run.step("start").task().log()) {
            assertThat(log.skip(16_000).map(LogLine::text))
                    .containsExactly("the output of this attempt is longer than 16.0 MB; what would follow here is not"
                            + " stored. Write large amounts to a file: `task.files()` keeps it.");
        }
    }
}
