package dev.cairn.engine.local;

import static dev.cairn.engine.flows.TestRun.run;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.SwitchException;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A loop whose switch stands before what is repeated, and to which a plain step leads back. */
class WhileLoopTest {
    @Test
    void thePlainStepBeginsTheNextIteration() {
        Run run = run(whileBelow(3, 1000).build());

        assertThat(ids(run, "check")).containsExactly("check#0", "check#1", "check#2", "check#3");
        assertThat(ids(run, "repair")).containsExactly("repair#0", "repair#1", "repair#2");
        assertThat(values(run, "repair")).containsExactly(1L, 2L, 3L);
        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(3);
        assertThat(run.step("check").task().id()).isEqualTo("check#3");
        assertThat(run.task("check#2").artifact("count").as(int.class)).isEqualTo(2);
        assertThat(ids(run.task("repair#1").parents())).containsExactly("check#1");
        assertThat(ids(run.task("repair#1").children())).containsExactly("check#2");
        assertThat(ids(run.task("check#2").parents())).containsExactly("repair#1");
        assertThat(ids(run.step("end").task().parents())).containsExactly("check#3");
        assertThat(run.task("repair#2").artifact("_iteration_stack").value()).isEqualTo(List.of(2));
    }

    @Test
    void whatNeedsNoRepairIsNotRepaired() {
        Run run = run(whileBelow(0, 1000).build());

        assertThat(ids(run, "check")).containsExactly("check#0");
        assertThat(run.step("repair").ran()).isFalse();
    }

    @Test
    void tenThousandIterations() {
        Run run = run(whileBelow(10_000, 10_000).build());

        assertThat(run.step("check").task().id()).isEqualTo("check#10000");
        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(10_000);
    }

    @Test
    void theSwitchFailsWhereItWouldLeadBackOnceTooOften() {
        try (Datastore datastore = Datastore.inMemory()) {
            assertThatTheSwitchFailsAtItsBound(datastore);
        }
    }

    static void assertThatTheSwitchFailsAtItsBound(Datastore datastore) {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(whileBelow(1000, 3).build())
                        .datastore(datastore)
                        .run());

        assertThat(failure.taskPath()).endsWith("/check#3");
        assertThat(failure.getCause())
                .isExactlyInstanceOf(SwitchException.class)
                .hasMessage(
                        "step `check` cannot lead back to `check`: it reached its limit of 3 iterations. If the loop"
                                + " does end, increase `maxIterations` of step `check`.");
    }

    @Test
    void ofSeveralSwitchesOnTheWayTheSmallestBoundHolds() {
        assertThat(boundsOf(5, 3))
                .endsWith("/repair#3: step `repair` cannot lead back to `check`: it reached its limit of 3 iterations. "
                        + "If the loop does end, increase `maxIterations` of step `repair`.");
        assertThat(boundsOf(3, 5))
                .endsWith("/repair#3: step `repair` cannot lead back to `check`: step `check` reached its limit of 3"
                        + " iterations. If the loop does end, increase `maxIterations` of step `check`.");
        assertThat(boundsOf(4, 4))
                .contains("/repair#4: step `repair` cannot lead back to `check`: it reached its limit of 4 iterations");
    }

    /** Both switches could leave the loop, and neither does. */
    private static String boundsOf(int check, int repair) {
        TestFlow<Numbers> flow = Numbers.flow("TwoBounds")
                .step(linear("start", "check"), (numbers, task) -> {})
                .step(
                        switchOn("check", "count")
                                .when("1", "end")
                                .otherwise("repair")
                                .maxIterations(check),
                        (numbers, task) -> {})
                .step(
                        switchOn("repair", "count")
                                .when("1", "end")
                                .otherwise("check")
                                .maxIterations(repair),
                        (numbers, task) -> {})
                .step(end("end"), (numbers, task) -> {})
                .build();
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(flow));
        return failure.taskPath() + ": " + failure.getCause().getMessage();
    }

    @Test
    void aBoundHoldsForTheRoundsThatPassItsSwitch() {
        TestFlow<Numbers> flow = Numbers.flow("TwoWaysBack")
                .step(linear("start", "check"), (numbers, task) -> {})
                .step(
                        switchOn("check", "text")
                                .when("a", "quick")
                                .when("b", "slow")
                                .otherwise("end"),
                        (numbers, task) -> numbers.text = task.context().iteration() % 10 == 9 ? "b" : "a")
                .step(linear("quick", "check"), (numbers, task) -> {})
                .step(
                        switchOn("slow", "count")
                                .when("1", "end")
                                .otherwise("check")
                                .maxIterations(3),
                        (numbers, task) -> {})
                .step(end("end"), (numbers, task) -> {})
                .build();

        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(flow));

        assertThat(failure.taskPath()).endsWith("/slow#39");
        assertThat(failure.getCause())
                .hasMessage("step `slow` cannot lead back to `check`: it reached its limit of 3 iterations. If the loop"
                        + " does end, increase `maxIterations` of step `slow`.");
    }

    @Test
    void aSwitchThatDecidesNothingOfTheLoopDoesNotBoundIt() {
        Run run = run(Numbers.flow("Alternatives")
                .step(linear("start", "check"), (numbers, task) -> {})
                .step(
                        switchOn("check", "text").when("more", "kind").otherwise("end"),
                        (numbers, task) -> numbers.text = numbers.value < 20 ? "more" : "enough")
                .step(
                        switchOn("kind", "count")
                                .when("0", "quick")
                                .otherwise("slow")
                                .maxIterations(1),
                        (numbers, task) -> numbers.count = task.context().iteration() % 2)
                .step(linear("quick", "check"), (numbers, task) -> numbers.value += 1)
                .step(linear("slow", "check"), (numbers, task) -> numbers.value += 2)
                .step(end("end"), (numbers, task) -> {})
                .build());

        assertThat(run.step("kind").count()).isEqualTo(14);
        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(21);
    }

    @Test
    void eachElementOfAForeachLoopsAsOftenAsItWants() {
        Run run = run(Numbers.flow("InForeach")
                .step(foreach("start", "join", "count", Items.range(), "check"), (flow, task) -> flow.count = 3)
                .step(
                        switchOn("check", "text").when("more", "grow").otherwise("join"),
                        (flow, task) -> flow.text = flow.value < task.index("count") ? "more" : "enough")
                .step(linear("grow", "check"), (flow, task) -> flow.value++)
                .step(end("join").join(), (flow, task) -> flow.results = inputs(task))
                .build());

        assertThat(ids(run, "check"))
                .containsExactly("check/0#0", "check/1#0", "check/1#1", "check/2#0", "check/2#1", "check/2#2");
        assertThat(ids(run, "grow")).containsExactly("grow/1#0", "grow/2#0", "grow/2#1");
        assertThat(ids(run.step("join").task().parents())).containsExactly("check/0#0", "check/1#1", "check/2#2");
        assertThat(run.step("join").task().artifact("results").value()).isEqualTo(List.of(0L, 1L, 2L));
    }

    @Test
    void aRoundMayHoldASplitAndAForeachWhoseJoinLeadsBack() {
        Run run = run(Numbers.flow("SplitAndForeach")
                .step(split("start", "end", "check", "other"), (flow, task) -> {})
                .step(
                        switchOn("check", "text").when("more", "fork").otherwise("end"),
                        (flow, task) -> flow.text = task.context().iteration() < 2 ? "more" : "enough")
                .step(split("fork", "meet", "left", "fan"), (flow, task) -> {})
                .step(linear("left", "meet"), (flow, task) -> flow.value += 1)
                .step(foreach("fan", "collect", "count", Items.range(), "leaf"), (flow, task) -> flow.count = 2)
                .step(linear("leaf", "collect"), (flow, task) -> flow.value += 10 * (1 + task.index("count")))
                .step(linear("collect", "meet").join(), (flow, task) -> flow.value = sum(task))
                .step(linear("meet", "check").join(), (flow, task) -> flow.value = sum(task))
                .step(linear("other", "end"), (flow, task) -> flow.value = 7)
                .step(end("end").join(), (flow, task) -> flow.results = inputs(task))
                .build());

        assertThat(ids(run, "leaf")).containsExactly("leaf#0/0", "leaf#0/1", "leaf#1/0", "leaf#1/1");
        assertThat(values(run, "meet")).containsExactly(31L, 31 + 1 + 2 * 31 + 30L);
        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(124L, 7L));
        assertThat(ids(run.task("meet#0").children())).containsExactly("check#1");
        assertThat(ids(run.task("check#1").parents())).containsExactly("meet#0");
    }

    @Test
    void nestedLoopsBeginAgainAndAreBoundedFromEachEntry() {
        Run run = run(nested(2, 3).build());

        assertThat(run.step("outer").count()).isEqualTo(4);
        assertThat(ids(run, "work"))
                .containsExactly("work#0#0", "work#0#1", "work#1#0", "work#1#1", "work#2#0", "work#2#1");
        assertThat(ids(run.task("inner#1#2").children())).containsExactly("close#1");
        assertThat(ids(run.task("close#1").children())).containsExactly("outer#2");

        FlowFailedException inner = catchThrowableOfType(
                FlowFailedException.class, () -> run(nested(1, 3).build()));
        assertThat(inner.taskPath()).endsWith("/inner#0#1");
        FlowFailedException outer = catchThrowableOfType(
                FlowFailedException.class, () -> run(nested(2, 2).build()));
        assertThat(outer.taskPath()).endsWith("/outer#2");
    }

    /** The inner loop goes round twice, the outer one three times. */
    private static TestFlow.Builder<Numbers> nested(int innerBound, int outerBound) {
        return Numbers.flow("Nested")
                .step(linear("start", "outer"), (flow, task) -> {})
                .step(
                        switchOn("outer", "text")
                                .when("more", "inner")
                                .otherwise("end")
                                .maxIterations(outerBound),
                        (flow, task) -> flow.text = task.context().iteration() < 3 ? "more" : "enough")
                .step(
                        switchOn("inner", "text")
                                .when("more", "work")
                                .otherwise("close")
                                .maxIterations(innerBound),
                        (flow, task) -> flow.text = task.context().iteration() < 2 ? "more" : "enough")
                .step(linear("work", "inner"), (flow, task) -> {})
                .step(linear("close", "outer"), (flow, task) -> {})
                .step(end("end"), (flow, task) -> {});
    }

    @Test
    void anInnerSwitchThatLeavesBothLoopsBoundsBoth() {
        TestFlow<Numbers> flow = Numbers.flow("Both")
                .step(linear("start", "outer"), (numbers, task) -> {})
                .step(linear("outer", "inner"), (numbers, task) -> {})
                .step(
                        switchOn("inner", "count")
                                .when("0", "inner")
                                .when("1", "close")
                                .otherwise("end")
                                .maxIterations(2),
                        (numbers, task) -> numbers.count = task.context().iteration() % 2)
                .step(linear("close", "outer"), (numbers, task) -> {})
                .step(end("end"), (numbers, task) -> {})
                .build();

        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(flow));

        assertThat(failure.taskPath()).endsWith("/inner#2#1");
        assertThat(failure.getCause())
                .hasMessage(
                        "step `inner` cannot lead back to `outer`: it reached its limit of 2 iterations. If the loop"
                                + " does end, increase `maxIterations` of step `inner`.");
    }

    private static TestFlow.Builder<Numbers> whileBelow(int goal, int bound) {
        StepDefinition check = switchOn("check", "text")
                .when("bad", "repair")
                .when("good", "end")
                .maxIterations(bound);
        return Numbers.flow("While")
                .step(linear("start", "check"), (flow, task) -> flow.value = 0)
                .step(check, (flow, task) -> {
                    flow.count = task.context().iteration();
                    flow.text = flow.value < goal ? "bad" : "good";
                })
                .step(linear("repair", "check"), (flow, task) -> flow.value++)
                .step(end("end"), (flow, task) -> {});
    }

    private static List<Long> inputs(TaskArguments task) {
        return IntStream.range(0, task.inputs().size())
                .mapToObj(branch -> (Long) task.inputs().get(branch).value("value"))
                .toList();
    }

    private static long sum(TaskArguments task) {
        return inputs(task).stream().mapToLong(value -> value).sum();
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
}
