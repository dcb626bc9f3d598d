package dev.cairn.engine.local;

import static dev.cairn.engine.flows.TestRun.run;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Flows of every shape, from start to end. */
class LocalEngineTest {
    private static final Items NUMBERS = Items.iterable(Codecs.BOXED_INT);

    @Test
    void linearFlowHandsArtifactsOn() {
        Run run = run(Numbers.flow("Linear")
                .step(linear("start", "middle"), (flow, task) -> flow.text = "a")
                .step(linear("middle", "end"), (flow, task) -> flow.text += "b")
                .step(end("end"), (flow, task) -> flow.text += "c")
                .build());

        assertThat(run.successful()).isTrue();
        assertThat(texts(run, "start")).containsExactly("a");
        assertThat(texts(run, "middle")).containsExactly("ab");
        assertThat(texts(run, "end")).containsExactly("abc");
    }

    @Test
    void flowOfOneStep() {
        Run run = run(Numbers.flow("Single")
                .step(end("start"), (flow, task) -> flow.value = 42)
                .build());

        assertThat(run.step("start").task().artifact("value").as(long.class)).isEqualTo(42);
    }

    @Test
    void branchesOfStaticSplitArriveInTheirOrder() {
        CountDownLatch secondFinished = new CountDownLatch(1);
        Run run = TestRun.of(Numbers.flow("Split")
                        .step(split("start", "join", "first", "second"), (flow, task) -> flow.value = 7)
                        .step(linear("first", "join"), (flow, task) -> {
                            secondFinished.await();
                            flow.text = "first " + flow.value;
                        })
                        .step(linear("second", "last"), (flow, task) -> flow.text = "second " + flow.value)
                        .step(linear("last", "join"), (flow, task) -> {
                            flow.text += ", last";
                            secondFinished.countDown();
                        })
                        .step(linear("join", "end").join(), (flow, task) -> flow.text = joined(task))
                        .step(end("end"), (flow, task) -> {})
                        .build())
                .maxWorkers(2)
                .run();

        assertThat(texts(run, "end")).containsExactly("first 7; second 7, last");
    }

    @Test
    void branchMayBeEmpty() {
        Run run = run(Numbers.flow("EmptyBranch")
                .step(split("start", "join", "work", "join"), (flow, task) -> flow.text = "start")
                .step(linear("work", "join"), (flow, task) -> flow.text += ", work")
                .step(end("join").join(), (flow, task) -> flow.text = joined(task))
                .build());

        assertThat(texts(run, "join")).containsExactly("start, work; start");
    }

    @Test
    void foreachOfTenThousand() {
        Run run = run(Numbers.flow("Wide")
                .step(
                        foreach("start", "join", "numbers", NUMBERS, "square"),
                        (flow, task) -> flow.numbers =
                                IntStream.range(0, 10_000).boxed().toList())
                .step(linear("square", "join").access(Access.nothing().mustAssign("value")), (flow, task) -> {
                    int number = task.<Integer>item("numbers");
                    flow.value = (long) number * number - task.index("numbers");
                })
                .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(run.step("square").count()).isEqualTo(10_000);
        assertThat(run.step("square").task(77).artifact("value").as(long.class)).isEqualTo(77 * 77 - 77);
        assertThat(results(run, "join"))
                .isEqualTo(IntStream.range(0, 10_000)
                        .mapToObj(i -> (long) i * i - i)
                        .toList());
    }

    @Test
    void foreachNestedThreeLevels() {
        Run run = run(Numbers.flow("Nested")
                .step(
                        foreach("start", "join1", "numbers", NUMBERS, "outer"),
                        (flow, task) -> flow.numbers = List.of(1, 2))
                .step(
                        foreach("outer", "join2", "inner", NUMBERS, "middle"),
                        (flow, task) -> flow.inner = List.of(10, 20, 30))
                .step(foreach("middle", "join3", "innermost", NUMBERS, "leaf"), (flow, task) -> {
                    int outer = task.<Integer>item("numbers");
                    flow.innermost = IntStream.range(0, outer)
                            .mapToObj(i -> 100 * (i + 1))
                            .toList();
                })
                .step(
                        linear("leaf", "join3"),
                        (flow, task) -> flow.value = task.<Integer>item("numbers")
                                + task.<Integer>item("inner")
                                + task.<Integer>item("innermost"))
                .step(linear("join3", "join2").join(), (flow, task) -> flow.results = values(task.inputs()))
                .step(linear("join2", "join1").join(), (flow, task) -> flow.results = allResults(task.inputs()))
                .step(end("join1").join(), (flow, task) -> flow.results = allResults(task.inputs()))
                .build());

        assertThat(results(run, "join1")).containsExactly(111L, 121L, 131L, 112L, 212L, 122L, 222L, 132L, 232L);
        assertThat(ids(run, "join3"))
                .containsExactly("join3/0/0", "join3/0/1", "join3/0/2", "join3/1/0", "join3/1/1", "join3/1/2");
        assertThat(ids(run, "join2")).containsExactly("join2/0", "join2/1");
        assertThat(ids(run, "leaf"))
                .containsExactly(
                        "leaf/0/0/0",
                        "leaf/0/1/0",
                        "leaf/0/2/0",
                        "leaf/1/0/0",
                        "leaf/1/0/1",
                        "leaf/1/1/0",
                        "leaf/1/1/1",
                        "leaf/1/2/0",
                        "leaf/1/2/1");
    }

    @Test
    void splitInForeachInSplit() {
        Run run = run(Numbers.flow("Mixed")
                .step(split("start", "join", "fan", "other"), (flow, task) -> flow.value = 1)
                .step(
                        foreach("fan", "gather", "numbers", NUMBERS, "fork"),
                        (flow, task) -> flow.numbers = List.of(10, 20))
                .step(
                        split("fork", "meet", "left", "right"),
                        (flow, task) -> flow.value += task.<Integer>item("numbers"))
                .step(linear("left", "meet"), (flow, task) -> flow.text = "left " + flow.value)
                .step(linear("right", "meet"), (flow, task) -> flow.text = "right " + flow.value)
                .step(linear("meet", "gather").join(), (flow, task) -> flow.text = joined(task))
                .step(linear("gather", "join").join(), (flow, task) -> flow.text = joined(task))
                .step(linear("other", "join"), (flow, task) -> flow.text = "other " + flow.value)
                .step(end("join").join(), (flow, task) -> flow.text = joined(task))
                .build());

        assertThat(texts(run, "meet")).containsExactly("left 11; right 11", "left 21; right 21");
        assertThat(texts(run, "join")).containsExactly("left 11; right 11; left 21; right 21; other 1");
    }

    @Test
    void joinFansOutAgain() {
        Run run = run(Numbers.flow("Again")
                .step(
                        foreach("start", "middle", "numbers", NUMBERS, "first"),
                        (flow, task) -> flow.numbers = List.of(1, 2, 3))
                .step(linear("first", "middle"), (flow, task) -> flow.value = 10L * task.<Integer>item("numbers"))
                .step(
                        foreach("middle", "end", "inner", NUMBERS, "second").join(),
                        (flow, task) -> flow.inner = values(task.inputs()).stream()
                                .map(Long::intValue)
                                .toList())
                .step(linear("second", "end"), (flow, task) -> flow.value = task.<Integer>item("inner") + 1L)
                .step(end("end").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(results(run, "end")).containsExactly(11L, 21L, 31L);
    }

    @Test
    void withoutElementsTheJoinRunsOnceWithoutInputs() {
        Run run = run(Numbers.flow("Nothing")
                .step(foreach("start", "join", "numbers", NUMBERS, "work"), (flow, task) -> flow.numbers = List.of())
                .step(linear("work", "join"), (flow, task) -> flow.value = 1)
                .step(
                        end("join").join(),
                        (flow, task) -> flow.count = task.inputs().size())
                .build());

        assertThat(run.step("work").ran()).isFalse();
        assertThat(run.step("join").task().artifact("count").as(int.class)).isZero();
        assertThat(run.successful()).isTrue();
    }

    @Test
    void foreachOverLinkedHashSetKeepsItsOrder() {
        Run run = run(Numbers.flow("Words")
                .step(
                        foreach("start", "join", "words", Items.iterable(Codecs.STRING), "work"),
                        (flow, task) -> flow.words = new LinkedHashSet<>(List.of("zebra", "ant", "mole")))
                .step(linear("work", "join"), (flow, task) -> flow.text = task.<String>item("words"))
                .step(end("join").join(), (flow, task) -> flow.text = joined(task))
                .build());

        assertThat(texts(run, "join")).containsExactly("zebra; ant; mole");
    }

    @Test
    void foreachOverHashMapRunsOverItsEntriesInTheStoredOrder() {
        Run run = run(Numbers.flow("Prices")
                .step(
                        foreach("start", "join", "prices", Items.map(Codecs.STRING, Codecs.BOXED_INT), "work"),
                        (flow, task) -> flow.prices = new HashMap<>(Map.of("tea", 3, "coffee", 4)))
                .step(linear("work", "join"), (flow, task) -> {
                    Map.Entry<String, Integer> price = task.item("prices");
                    flow.text = price.getKey() + "=" + price.getValue();
                })
                .step(end("join").join(), (flow, task) -> flow.text = joined(task))
                .build());

        List<String> inStoredOrder = new ArrayList<>();
        @SuppressWarnings("unchecked")
        Map<String, Integer> stored = (Map<String, Integer>)
                run.step("start").task().artifact("prices").value();
        stored.forEach((key, value) -> inStoredOrder.add(key + "=" + value));
        assertThat(texts(run, "join")).containsExactly(String.join("; ", inStoredOrder));
        assertThat(inStoredOrder).containsExactlyInAnyOrder("tea=3", "coffee=4");
    }

    @Test
    void foreachOverArrayOfPrimitives() {
        Run run = run(Numbers.flow("Array")
                .step(
                        foreach("start", "join", "array", Items.array(Codecs.INT), "work"),
                        (flow, task) -> flow.array = new int[] {5, -5, 50})
                .step(linear("work", "join"), (flow, task) -> flow.value = task.<Integer>item("array"))
                .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(results(run, "join")).containsExactly(5L, -5L, 50L);
    }

    @Test
    void foreachOverNumberRunsFromZero() {
        Run run = run(Numbers.flow("Range")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 4)
                .step(linear("work", "join"), (flow, task) -> flow.value = 10L * task.<Integer>item("count"))
                .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(results(run, "join")).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void foreachOverZero() {
        Run run = run(Numbers.flow("ZeroRange")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 0)
                .step(linear("work", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(results(run, "join")).isEmpty();
    }

    @Test
    void foreachOverOneElement() {
        Run run = run(Numbers.flow("One")
                .step(foreach("start", "join", "numbers", NUMBERS, "work"), (flow, task) -> flow.numbers = List.of(9))
                .step(linear("work", "join"), (flow, task) -> flow.value = task.<Integer>item("numbers"))
                .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(results(run, "join")).containsExactly(9L);
    }

    @Test
    void stepRunsNoMoreTasksAtOnceThanItMay() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Run run = TestRun.of(Numbers.flow("Bounded")
                        .step(
                                foreach("start", "join", "count", Items.range(), "work"),
                                (flow, task) -> flow.count = 200)
                        .step(linear("work", "join").maxParallel(2), (flow, task) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.yield();
                            running.decrementAndGet();
                            flow.value = task.index("count");
                        })
                        .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                        .build())
                .maxWorkers(8)
                .run();

        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(results(run, "join"))
                .isEqualTo(Stream.iterate(0L, i -> i + 1).limit(200).toList());
    }

    @Test
    void tasksRunSideBySide() {
        CountDownLatch bothRun = new CountDownLatch(2);
        Run run = TestRun.of(Numbers.flow("Parallel")
                        .step(split("start", "join", "first", "second"), (flow, task) -> {})
                        .step(linear("first", "join"), (flow, task) -> meet(bothRun))
                        .step(linear("second", "join"), (flow, task) -> meet(bothRun))
                        .step(end("join").join(), (flow, task) -> {})
                        .build())
                .maxWorkers(2)
                .run();

        assertThat(run.successful()).isTrue();
    }

    @Test
    void foreachRunsOverTheStoredValueNotOverTheLiveOne() {
        List<Integer> live = new ArrayList<>(List.of(1, 2, 3));
        Run run = run(Numbers.flow("Stored")
                .step(foreach("start", "join", "numbers", NUMBERS, "work"), (flow, task) -> flow.numbers = live)
                .step(linear("work", "join"), (flow, task) -> {
                    live.clear();
                    flow.value = task.<Integer>item("numbers");
                })
                .step(end("join").join(), (flow, task) -> flow.results = values(task.inputs()))
                .build());

        assertThat(results(run, "join")).containsExactly(1L, 2L, 3L);
    }

    private static void meet(CountDownLatch all) throws InterruptedException {
        all.countDown();
        all.await();
    }

    private static String joined(TaskArguments task) {
        return IntStream.range(0, task.inputs().size())
                .mapToObj(i -> (String) task.inputs().get(i).value("text"))
                .reduce((left, right) -> left + "; " + right)
                .orElse("");
    }

    private static List<Long> values(JoinedTasks inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> (Long) inputs.get(i).value("value"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Long> allResults(JoinedTasks inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> (List<Long>) inputs.get(i).value("results"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> texts(Run run, String step) {
        try (Stream<Task> tasks = run.step(step).stream()) {
            return tasks.map(task -> task.artifact("text").as(String.class)).toList();
        }
    }

    private static List<String> ids(Run run, String step) {
        try (Stream<Task> tasks = run.step(step).stream()) {
            return tasks.map(Task::id).toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Long> results(Run run, String step) {
        return (List<Long>) run.step(step).task().artifact("results").value();
    }
}
