package dev.cairn.engine.local;

import static dev.cairn.engine.flows.TestRun.run;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.SwitchException;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Items;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A switch that leads back makes a loop, whose iterations are tasks of their own. */
class LoopTest {
    @Test
    void aLoopOverOneStep() {
        Run run = run(Numbers.flow("Single")
                .step(linear("start", "refine"), (flow, task) -> flow.value = 1)
                .step(switchOn("refine", "text").when("enough", "end").otherwise("refine"), (flow, task) -> {
                    flow.value *= 2;
                    flow.count = task.context().iteration();
                    flow.text = flow.value > 10 ? "enough" : "more";
                })
                .step(end("end"), (flow, task) -> flow.count = task.context().iteration())
                .build());

        assertThat(ids(run, "refine")).containsExactly("refine#0", "refine#1", "refine#2", "refine#3");
        assertThat(values(run, "refine")).containsExactly(2L, 4L, 8L, 16L);
        assertThat(run.step("refine").task().id()).isEqualTo("refine#3");
        assertThat(run.step("refine").task().artifact("count").as(int.class)).isEqualTo(3);
        assertThat(run.step("end").task().artifact("count").as(int.class)).isZero();
        assertThat(ids(run.step("end").task().parents())).containsExactly("refine#3");
        assertThat(ids(run.task("refine#1").parents())).containsExactly("refine#0");
        assertThat(ids(run.task("refine#1").children())).containsExactly("refine#2");
        assertThat(run.task("refine#2").iteration()).hasValue(2);
        assertThat(run.step("end").task().iteration()).isEmpty();
        assertThat(run.task("refine#2").artifact("_iteration_stack").value()).isEqualTo(List.of(2));
        assertThat(run.step("end").task().artifact("_iteration_stack").value()).isEqualTo(List.of());
    }

    @Test
    void aLoopOverSeveralStepsThatBeginsWithTheFirst() {
        Run run = run(Numbers.flow("Several")
                .step(linear("start", "work"), (flow, task) -> flow.value += 1)
                .step(linear("work", "check"), (flow, task) -> flow.value *= 10)
                .step(
                        switchOn("check", "count").when("2", "end").otherwise("start"),
                        (flow, task) -> flow.count = task.context().iteration())
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(values(run, "start")).containsExactly(1L, 11L, 111L);
        assertThat(values(run, "check")).containsExactly(10L, 110L, 1110L);
        assertThat(ids(run, "work")).containsExactly("work#0", "work#1", "work#2");
        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(1110);
    }

    @Test
    void innerLoopsBeginAgainInEachIterationOfOuterOnes() {
        Run run = run(Numbers.flow("Nested")
                .step(linear("start", "outer"), (flow, task) -> {})
                .step(linear("outer", "inner"), (flow, task) -> flow.value += 100)
                .step(switchOn("inner", "count").when("2", "check").otherwise("inner"), (flow, task) -> {
                    flow.value += 1;
                    flow.count = task.context().iteration();
                })
                .step(
                        switchOn("check", "text").when("done", "end").otherwise("outer"),
                        (flow, task) -> flow.text = task.context().iteration() == 1 ? "done" : "again")
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(ids(run, "inner"))
                .containsExactly("inner#0#0", "inner#0#1", "inner#0#2", "inner#1#0", "inner#1#1", "inner#1#2");
        assertThat(ids(run, "check")).containsExactly("check#0", "check#1");
        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(206);
        assertThat(run.step("inner").task().id()).isEqualTo("inner#1#2");
        assertThat(run.task("inner#1#2").artifact("_iteration_stack").value()).isEqualTo(List.of(1, 2));
        assertThat(ids(run.task("inner#1#0").parents())).containsExactly("outer#1");
        assertThat(ids(run.task("inner#0#2").children())).containsExactly("check#0");
    }

    @Test
    void oneSwitchMayLeadBackToSeveralLoops() {
        Run run = run(Numbers.flow("TwoBack")
                .step(linear("start", "outer"), (flow, task) -> {})
                .step(linear("outer", "inner"), (flow, task) -> {})
                .step(
                        switchOn("inner", "count")
                                .when("1", "inner")
                                .when("3", "inner")
                                .when("2", "outer")
                                .otherwise("end"),
                        (flow, task) -> flow.count++)
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(ids(run, "inner")).containsExactly("inner#0#0", "inner#0#1", "inner#1#0", "inner#1#1");
        assertThat(ids(run, "outer")).containsExactly("outer#0", "outer#1");
    }

    @Test
    void severalSwitchesMayLeadBackToOneLoop() {
        Run run = run(Numbers.flow("OneLoop")
                .step(linear("start", "first"), (flow, task) -> {})
                .step(switchOn("first", "count").when("1", "first").otherwise("second"), (flow, task) -> flow.count++)
                .step(switchOn("second", "count").when("2", "first").otherwise("end"), (flow, task) -> flow.value++)
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(ids(run, "first")).containsExactly("first#0", "first#1", "first#2");
        assertThat(ids(run, "second")).containsExactly("second#1", "second#2");
        assertThat(ids(run.task("second#1").children())).containsExactly("first#2");
    }

    @Test
    void aLoopInAForeachRunsAsOftenAsEachElementWants() {
        Run run = run(Numbers.flow("InForeach")
                .step(foreach("start", "join", "count", Items.range(), "prepare"), (flow, task) -> flow.count = 4)
                .step(linear("prepare", "grow"), (flow, task) -> flow.value = 1)
                .step(switchOn("grow", "text").when("more", "grow").when("enough", "join"), (flow, task) -> {
                    flow.value *= 2;
                    flow.text = task.context().iteration() < task.index("count") ? "more" : "enough";
                })
                .step(end("join").join(), (flow, task) -> flow.results = inputs(task))
                .build());

        assertThat(results(run, "join")).containsExactly(2L, 4L, 8L, 16L);
        assertThat(ids(run, "grow"))
                .containsExactly(
                        "grow/0#0",
                        "grow/1#0",
                        "grow/1#1",
                        "grow/2#0",
                        "grow/2#1",
                        "grow/2#2",
                        "grow/3#0",
                        "grow/3#1",
                        "grow/3#2",
                        "grow/3#3");
        assertThat(ids(run.step("join").task().parents()))
                .containsExactly("grow/0#0", "grow/1#1", "grow/2#2", "grow/3#3");
        assertThat(run.step("grow").lastIterations().stream().map(Task::id))
                .containsExactly("grow/0#0", "grow/1#1", "grow/2#2", "grow/3#3");
        assertThat(run.step("grow").task(2).id()).isEqualTo("grow/2#2");
        assertThat(run.step("grow").task().id()).isEqualTo("grow/0#0");
        assertThat(ids(run.task("grow/2#2").children())).containsExactly("join");
        assertThat(run.task("grow/2#1").foreachStack().get(0).index()).isEqualTo(2);
    }

    @Test
    void aForeachInALoopFansOutInEachIteration() {
        Run run = run(Numbers.flow("ForeachInLoop")
                .step(
                        foreach("start", "join", "count", Items.range(), "work"),
                        (flow, task) -> flow.count = 3 - task.context().iteration())
                .step(
                        linear("work", "join"),
                        (flow, task) -> flow.value = 10L * task.context().iteration() + task.index("count"))
                .step(
                        switchOn("join", "text")
                                .when("more", "start")
                                .otherwise("end")
                                .join(),
                        (flow, task) -> {
                            flow.results = inputs(task);
                            flow.text = task.inputs().size() == 1 ? "enough" : "more";
                        })
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(ids(run, "work"))
                .containsExactly("work#0/0", "work#0/1", "work#0/2", "work#1/0", "work#1/1", "work#2/0");
        assertThat(results(run, "end")).containsExactly(20L);
        assertThat(run.step("work").lastIterations().stream().map(Task::id)).containsExactly("work#2/0");
        assertThat(run.step("work").task(0).id()).isEqualTo("work#2/0");
        assertThat(ids(run.task("join#1").parents())).containsExactly("work#1/0", "work#1/1");
        assertThat(ids(run.task("join#1").children())).containsExactly("start#2");
        assertThat(ids(run.task("start#1").children())).containsExactly("work#1/0", "work#1/1");
        assertThat(ids(run.task("work#1/1").parents())).containsExactly("start#1");
    }

    @Test
    void aStaticSplitInALoopInABranch() {
        Run run = run(Numbers.flow("SplitInLoop")
                .step(split("start", "end", "fork", "other"), (flow, task) -> {})
                .step(split("fork", "meet", "left", "right"), (flow, task) -> {})
                .step(linear("left", "meet"), (flow, task) -> flow.value += 1)
                .step(switchOn("right", "count").when("3", "meet").otherwise("right"), (flow, task) -> {
                    flow.value += 10;
                    flow.count++;
                })
                .step(
                        switchOn("meet", "text")
                                .when("more", "fork")
                                .otherwise("end")
                                .join(),
                        (flow, task) -> {
                            flow.value = inputs(task).stream()
                                    .mapToLong(value -> value)
                                    .sum();
                            flow.text = task.context().iteration() < 2 ? "more" : "enough";
                        })
                .step(linear("other", "end"), (flow, task) -> flow.value = 7)
                .step(end("end").join(), (flow, task) -> flow.results = inputs(task))
                .build());

        assertThat(values(run, "meet")).containsExactly(31L, 93L, 217L);
        assertThat(results(run, "end")).containsExactly(217L, 7L);
        assertThat(ids(run.step("end").task().parents())).containsExactly("meet#2", "other");
        assertThat(ids(run.task("meet#1").parents())).containsExactly("left#1", "right#1#2");
    }

    @Test
    void aLoopMayLeadBackAsOftenAsItsBoundSays() {
        Run run = run(untilIteration(5, 5));

        assertThat(run.step("work").count()).isEqualTo(6);
    }

    @Test
    void aLoopThatNeverEndsFails() {
        try (Datastore datastore = Datastore.inMemory()) {
            assertThatALoopFailsAtItsBound(datastore);
        }
    }

    static void assertThatALoopFailsAtItsBound(Datastore datastore) {
        TestFlow<Numbers> flow = untilIteration(Integer.MAX_VALUE, 20);

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow).datastore(datastore).run());

        assertThat(failure.taskPath()).isEqualTo("Until/" + failure.runId() + "/check#20");
        assertThat(failure.getCause())
                .isExactlyInstanceOf(SwitchException.class)
                .hasMessage(
                        "step `check` cannot lead back to `work`: it reached its limit of 20 iterations. If the loop"
                                + " does end, increase `maxIterations` of step `check`.");
        assertWhole(datastore, flow);
    }

    /** All that ran can be read, and nothing ran after the failure. */
    private static void assertWhole(Datastore datastore, TestFlow<Numbers> flow) {
        Run run = Cairn.open(datastore, flow).flow("Until").latest();
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failedTask()).contains("check#20");
        assertThat(values(run, "work"))
                .isEqualTo(IntStream.rangeClosed(1, 21).mapToObj(Long::valueOf).toList());
        assertThat(run.step("check").count()).isEqualTo(20);
        assertThat(run.step("end").ran()).isFalse();
        assertThat(datastore.runs().attempts(new RunId(run.id()), TaskId.parse("check#20")))
                .extracting(TaskRecord::status)
                .containsExactly(TaskStatus.FAILED);
    }

    @Test
    void aBoundOfOne() {
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(untilIteration(2, 1)));

        assertThat(failure.getCause())
                .hasMessage("step `check` cannot lead back to `work`: it reached its limit of 1 iteration. If the loop"
                        + " does end, increase `maxIterations` of step `check`.");
    }

    @Test
    void theBoundCountsFromEachEntryIntoTheLoop() {
        Run run = run(Numbers.flow("Entries")
                .step(linear("start", "outer"), (flow, task) -> {})
                .step(linear("outer", "inner"), (flow, task) -> {})
                .step(
                        switchOn("inner", "count")
                                .when("3", "check")
                                .otherwise("inner")
                                .maxIterations(3),
                        (flow, task) -> flow.count = task.context().iteration())
                .step(
                        switchOn("check", "count")
                                .when("4", "end")
                                .otherwise("outer")
                                .maxIterations(4),
                        (flow, task) -> flow.count = task.context().iteration())
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(run.step("inner").count()).isEqualTo(20);
    }

    @Test
    void theBoundCountsWhatItsOwnSwitchDid() {
        TestFlow<Numbers> flow = Numbers.flow("OwnBound")
                .step(linear("start", "first"), (numbers, task) -> {})
                .step(
                        switchOn("first", "text")
                                .when("back", "first")
                                .when("on", "second")
                                .maxIterations(100),
                        (numbers, task) -> numbers.text = task.context().iteration() % 10 == 9 ? "on" : "back")
                .step(
                        switchOn("second", "count")
                                .when("1000", "end")
                                .otherwise("first")
                                .maxIterations(3),
                        (numbers, task) -> numbers.count = task.context().iteration())
                .step(end("end"), (numbers, task) -> {})
                .build();

        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(flow));

        assertThat(failure.taskPath()).endsWith("/second#39");
        assertThat(failure.getCause())
                .hasMessage(
                        "step `second` cannot lead back to `first`: it reached its limit of 3 iterations. If the loop"
                                + " does end, increase `maxIterations` of step `second`.");
    }

    @Test
    void tenThousandIterations() {
        Run run = run(untilIteration(10_000, Integer.MAX_VALUE));

        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(10_001);
        assertThat(run.step("work").task().id()).isEqualTo("work#10000");
    }

    private static TestFlow<Numbers> untilIteration(int last, int bound) {
        return Numbers.flow("Until")
                .step(linear("start", "work"), (flow, task) -> flow.value = 0)
                .step(linear("work", "check"), (flow, task) -> flow.value++)
                .step(
                        switchOn("check", "text")
                                .when("more", "work")
                                .when("enough", "end")
                                .maxIterations(bound),
                        (flow, task) -> flow.text = task.context().iteration() < last ? "more" : "enough")
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private static List<Long> inputs(TaskArguments task) {
        return IntStream.range(0, task.inputs().size())
                .mapToObj(branch -> (Long) task.inputs().get(branch).value("value"))
                .toList();
    }

    private static List<String> ids(Run run, String step) {
        try (Stream<Task> tasks = run.step(step).stream()) {
            return tasks.map(Task::id).toList();
        }
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }

    private static List<Long> values(Run run, String step) {
        try (Stream<Task> tasks = run.step(step).stream()) {
            return tasks.map(task -> task.artifact("value").as(Long.class)).toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Long> results(Run run, String step) {
        return (List<Long>) run.step(step).task().artifact("results").value();
    }
}
