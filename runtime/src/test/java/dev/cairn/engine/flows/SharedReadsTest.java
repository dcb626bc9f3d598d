package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that read one large artifact. */
class SharedReadsTest extends OnEachStore {
    private static final Access NOTHING = Access.nothing();
    private static final int LENGTH = 500_000;
    private static final int TASKS = 12;

    private final List<int[]> seen = Collections.synchronizedList(new ArrayList<>());

    private static int[] array(Numbers flow) {
        return Objects.requireNonNull(flow.array);
    }

    /** A foreach of tasks that get an array from the first step. */
    private TestFlow<Numbers> fanOut(Access access, TestFlow.Body<Numbers> work) {
        return Numbers.flow("FanOut")
                .step(
                        foreach("start", "join", "count", Items.range(), "work")
                                .access(NOTHING.mustAssign("count", "array")),
                        (flow, task) -> {
                            flow.count = TASKS;
                            flow.array = IntStream.range(0, LENGTH).toArray();
                        })
                .step(linear("work", "join").access(access), work)
                .step(linear("join", "end").join().access(NOTHING), (flow, task) -> {})
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build();
    }

    /** As by a class that was compiled again without the flow. */
    @Test
    void whoChangesItAgainstItsCodeFailsTheRun() {
        TestFlow<Numbers> flow = fanOut(NOTHING.reads("array").mustAssign("value"), (numbers, task) -> {
            seen.add(array(numbers));
            numbers.value = array(numbers)[LENGTH - 1];
            if (task.index("count") == TASKS - 1) {
                array(numbers)[0] = 17;
            }
        });

        assertThatThrownBy(() -> run(flow))
                .isInstanceOf(FlowFailedException.class)
                .cause()
                .isInstanceOf(ReadOnlyValueException.class)
                .hasMessage(
                        "artifact `array` was changed in place by a step whose code only reads it, as far as that was seen"
                                + " when the flow was compiled, so other tasks may have read the changed value. Compile the flow again,"
                                + " together with the classes that it uses; where they change it by reflection, copy it first.");
        assertThat(seen).hasSize(TASKS);
    }

    @Test
    void theyReadItOnceAndShareIt() {
        ReadCountingDatastore counting = new ReadCountingDatastore(datastore);
        TestFlow<Numbers> flow = fanOut(NOTHING.reads("array").mustAssign("value"), (numbers, task) -> {
            seen.add(array(numbers));
            numbers.value = array(numbers)[LENGTH - 1];
        });
        Run run = TestRun.of(flow).datastore(counting).maxWorkers(3).run();

        assertThat(counting.bytesRead()).isBetween(4L * LENGTH, 6L * LENGTH);
        assertThat(seen).hasSize(TASKS).allSatisfy(array -> assertThat(array).isSameAs(seen.get(0)));
        assertThat(run.step("work").stream().map(task -> task.artifact("value").value()))
                .hasSize(TASKS)
                .containsOnly(LENGTH - 1L);
    }

    @Test
    void ifTheyMayChangeItTheyReadItOnceAndEachHasItsOwn() {
        ReadCountingDatastore counting = new ReadCountingDatastore(datastore);
        TestFlow<Numbers> flow = fanOut(NOTHING.reads("array").mayChange("array"), (numbers, task) -> {
            assertThat(array(numbers)).isEqualTo(IntStream.range(0, LENGTH).toArray());
            int number = task.index("count");
            if (number % 2 == 1) {
                array(numbers)[number] = -1;
            }
        });
        Run run = TestRun.of(flow).datastore(counting).maxWorkers(3).run();

        assertThat(counting.bytesRead()).isBetween(4L * LENGTH, 6L * LENGTH);
        Task start = run.step("start").task();
        for (int number = 0; number < TASKS; number++) {
            Task work = run.step("work").task(number);
            int[] expected = IntStream.range(0, LENGTH).toArray();
            if (number % 2 == 1) {
                expected[number] = -1;
            }
            assertThat(work.artifact("array").as(int[].class)).isEqualTo(expected);
            assertThat(work.artifact("array")
                            .createdAt()
                            .equals(start.artifact("array").createdAt()))
                    .isEqualTo(number % 2 == 0);
        }
    }

    /**
     * The analysis takes it that a restored step has assigned all that it assigns, so that it is not said to change what it finds: the step
     * gets values of its own nevertheless.
     */
    @Test
    void whatARestoredStepChangesIsItsOwn() {
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        TestFlow<Numbers> flow = Numbers.flow("Restored")
                .step(split("start", "join", "work", "look").access(NOTHING.mustAssign("array")), (numbers, task) -> {
                    numbers.array = IntStream.range(0, LENGTH).toArray();
                })
                .step(
                        linear("work", "join")
                                .retry(Retries.of(1))
                                .access(NOTHING.reads("array").mayAssign("array")),
                        (numbers, task) -> changeOnceRestored(numbers, task, loaded, changed))
                .step(linear("look", "join").access(NOTHING.reads("array").mustAssign("value")), (numbers, task) -> {
                    loaded.countDown();
                    changed.await();
                    numbers.value = array(numbers)[0];
                })
                .step(
                        linear("join", "end").join().access(NOTHING),
                        (numbers, task) -> task.inputs().mergeInto(numbers, Merge.only(Numbers.Name.VALUE)))
                .step(end("end").access(NOTHING), (numbers, task) -> {})
                .build();

        Run run = TestRun.of(flow).datastore(datastore).maxWorkers(2).run();

        assertThat(run.step("look").task().artifact("value").value()).isEqualTo(0L);
        assertThat(run.step("work").task().artifact("array").as(int[].class)[0]).isEqualTo(99);
    }

    private static void changeOnceRestored(
            Numbers numbers, TaskArguments task, CountDownLatch loaded, CountDownLatch changed)
            throws InterruptedException {
        if (!task.context().restored()) {
            loaded.await();
            task.context().checkpoint();
            throw new IllegalStateException("once");
        }
        array(numbers)[0] = 99;
        changed.countDown();
    }
}
