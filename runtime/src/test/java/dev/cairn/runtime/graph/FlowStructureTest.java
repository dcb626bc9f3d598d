package dev.cairn.runtime.graph;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the id of a task alone says of other tasks. */
class FlowStructureTest {
    private final FlowStructure structure = new FlowStructure(FlowGraph.of(build(Numbers.flow("Structure")
            .step(foreach("start", "gather", "count", Items.range(), "fork"), (flow, task) -> {})
            .step(split("fork", "meet", "fan", "other"), (flow, task) -> {})
            .step(foreach("fan", "collect", "numbers", Items.range(), "leaf"), (flow, task) -> {})
            .step(linear("leaf", "collect"), (flow, task) -> {})
            .step(linear("collect", "meet").join(), (flow, task) -> {})
            .step(linear("other", "meet"), (flow, task) -> {})
            .step(linear("meet", "gather").join(), (flow, task) -> {})
            .step(end("gather").join(), (flow, task) -> {}))));

    private static TestFlow<Numbers> build(TestFlow.Builder<Numbers> builder) {
        return builder.build();
    }

    @Test
    void foreachesAroundAStepOutermostFirst() {
        assertThat(foreaches("start")).isEmpty();
        assertThat(foreaches("fork")).containsExactly("start");
        assertThat(foreaches("other")).containsExactly("start");
        assertThat(foreaches("leaf")).containsExactly("start", "fan");
        assertThat(foreaches("collect")).containsExactly("start");
        assertThat(foreaches("gather")).isEmpty();
    }

    @Test
    void joinsAndTheirSplits() {
        assertThat(structure.splitOf("gather").name()).isEqualTo("start");
        assertThat(structure.splitOf("meet").name()).isEqualTo("fork");
        assertThat(structure.splitOf("collect").name()).isEqualTo("fan");
        assertThat(structure.joinOf("fan")).isEqualTo("collect");
        assertThatThrownBy(() -> structure.splitOf("leaf")).hasMessage("step `leaf` does not join");
        assertThatThrownBy(() -> structure.joinOf("leaf")).hasMessage("step `leaf` does not split");
    }

    @Test
    void stepsThatAreNotThereAreRefused() {
        for (ThrowingCallable question : List.<ThrowingCallable>of(
                () -> structure.depth("leav"),
                () -> structure.isLoop("leav", 0),
                () -> structure.loop("leav", 0),
                () -> structure.leadsBack("leaf", "leav"),
                () -> structure.leadsBack("leav", "leaf"),
                () -> structure.splitOf("leav"),
                () -> structure.joinOf("leav"))) {
            assertThatThrownBy(question)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("flow Structure has no step `leav`");
        }
    }

    @Test
    void tasksThatOpenedTheForeachesAroundATask() {
        TaskId leaf = TaskId.parse("leaf/3/7");

        assertThat(structure.foreachTask(leaf, 0)).hasToString("start");
        assertThat(structure.foreachTask(leaf, 1)).hasToString("fan/3");
        assertThat(structure.index(leaf, 0)).isEqualTo(3);
        assertThat(structure.index(leaf, 1)).isEqualTo(7);
    }

    @Test
    void iterationsOfLoopsDoNotCountAsLevels() {
        TaskId leaf = TaskId.parse("leaf/3#5/7");

        assertThat(structure.foreachTask(leaf, 1)).hasToString("fan/3#5");
        assertThat(structure.index(leaf, 1)).isEqualTo(7);
    }

    @Test
    void tasksThatOpenedSplitsAndStepsThatEndTheirBranches() {
        assertThat(structure.splitTask(TaskId.parse("collect/3"))).hasToString("fan/3");
        assertThat(structure.lastSteps("collect")).containsExactly("leaf");
        assertThat(structure.lastSteps("meet")).containsExactlyInAnyOrder("collect", "other");
        assertThat(structure.lastSteps("gather")).containsExactly("meet");
    }

    @Test
    void tasksThatFollow() {
        assertThat(structure.firstTask()).hasToString("start");
        assertThat(structure.element(TaskId.parse("fan/3"), 7)).hasToString("leaf/3/7");
        assertThat(following("fork/3", "other")).isEqualTo("other/3");
        assertThat(following("leaf/3/7", "collect")).isEqualTo("collect/3");
        assertThat(following("collect/3", "meet")).isEqualTo("meet/3");
        assertThat(following("meet/3", "gather")).isEqualTo("gather");
    }

    private String following(String task, String next) {
        return structure.following(TaskId.parse(task), next).toString();
    }

    @Test
    void loopsCountTheirIterations() {
        FlowStructure loops = new FlowStructure(FlowGraph.of(build(Numbers.flow("Loops")
                .step(linear("start", "outer"), (flow, task) -> {})
                .step(foreach("outer", "join", "count", Items.range(), "inner"), (flow, task) -> {})
                .step(switchOn("inner", "text").when("a", "inner").otherwise("join"), (flow, task) -> {})
                .step(
                        switchOn("join", "text")
                                .when("a", "outer")
                                .otherwise("other")
                                .join(),
                        (flow, task) -> {})
                .step(switchOn("other", "text").when("a", "other").otherwise("end"), (flow, task) -> {})
                .step(end("end"), (flow, task) -> {}))));

        assertThat(loops.following(TaskId.parse("start"), "outer")).hasToString("outer#0");
        assertThat(loops.element(TaskId.parse("outer#4"), 2)).hasToString("inner#4/2#0");
        assertThat(loops.following(TaskId.parse("inner#4/2#0"), "inner")).hasToString("inner#4/2#1");
        assertThat(loops.following(TaskId.parse("inner#4/2#1"), "join")).hasToString("join#4");
        assertThat(loops.following(TaskId.parse("join#4"), "outer")).hasToString("outer#5");
        assertThat(loops.following(TaskId.parse("join#4"), "other")).hasToString("other#0");
        assertThat(loops.following(TaskId.parse("other#9"), "end")).hasToString("end");
        assertThat(loops.leadsBack("join", "outer")).isTrue();
        assertThat(loops.leadsBack("join", "other")).isFalse();
        assertThat(loops.leadsBack("outer", "inner")).isFalse();
        assertThat(loops.foreachTask(TaskId.parse("inner#4/2#1"), 0)).hasToString("outer#4");
        assertThat(loops.isLoop("inner", 0)).isTrue();
        assertThat(loops.isLoop("inner", 1)).isFalse();
        assertThat(loops.depth("inner")).isEqualTo(3);
        assertThat(loops.depth("end")).isZero();
    }

    @Test
    void plainStepsLeadBackToo() {
        FlowStructure loop = new FlowStructure(FlowGraph.of(build(Numbers.flow("While")
                .step(switchOn("start", "text").when("bad", "kind").otherwise("end"), (flow, task) -> {})
                .step(switchOn("kind", "text").when("a", "quick").otherwise("slow"), (flow, task) -> {})
                .step(linear("quick", "start"), (flow, task) -> {})
                .step(switchOn("slow", "text").when("b", "start").otherwise("end"), (flow, task) -> {})
                .step(end("end"), (flow, task) -> {}))));

        assertThat(loop.firstTask()).hasToString("start#0");
        assertThat(loop.following(TaskId.parse("start#0"), "kind")).hasToString("kind#0");
        assertThat(loop.following(TaskId.parse("quick#0"), "start")).hasToString("start#1");
        assertThat(loop.following(TaskId.parse("start#7"), "end")).hasToString("end");
        assertThat(loop.leadsBack("quick", "start")).isTrue();
        assertThat(loop.loop("quick", 0)).isEqualTo("start");
        assertThat(loop.comesBack("start", "quick")).isTrue();
        assertThat(loop.comesBack("start", "start")).isTrue();
        assertThat(loop.comesBack("start", "kind")).isFalse();
        assertThat(loop.comesBack("start", "end")).isFalse();
        assertThat(loop.switchesOfLoop("start")).containsExactly("start", "kind", "slow");
    }

    @Test
    void aFirstStepInALoopBeginsWithItsIteration() {
        FlowStructure loop = new FlowStructure(FlowGraph.of(build(Numbers.flow("First")
                .step(switchOn("start", "text").when("a", "start").otherwise("end"), (flow, task) -> {})
                .step(end("end"), (flow, task) -> {}))));

        assertThat(loop.firstTask()).hasToString("start#0");
        assertThat(loop.following(TaskId.parse("start#0"), "start")).hasToString("start#1");
    }

    @Test
    void tenThousandLoopsOneInTheOther() {
        TestFlow.Builder<Numbers> flow = Numbers.flow("Deep");
        for (int i = 0; i < 10_000; i++) {
            flow.step(linear("s" + i, i == 9_999 ? "t9999" : "s" + (i + 1)), (instance, task) -> {});
        }
        for (int i = 9_999; i >= 0; i--) {
            String next = i == 0 ? "end" : "t" + (i - 1);
            flow.step(switchOn("t" + i, "text").when("a", "s" + i).otherwise(next), (instance, task) -> {});
        }
        LoopsAround loops = new LoopsAround(
                FlowGraph.of(flow.step(end("end"), (instance, task) -> {}).build())
                        .steps());

        assertThat(loops.around("s2")).containsExactly("s0", "s1", "s2");
        assertThat(loops.around("t2")).containsExactly("s0", "s1", "s2");
        assertThat(loops.around("t9999")).hasSize(10_000);
        assertThat(loops.around("end")).isEmpty();
    }

    @Test
    void chainOfTenThousandSteps() {
        TestFlow.Builder<Numbers> flow = Numbers.flow("Long");
        for (int i = 0; i < 10_000; i++) {
            flow.step(linear("s" + i, "s" + (i + 1)), (instance, task) -> {});
        }
        TestFlow<Numbers> chain =
                flow.step(end("s10000"), (instance, task) -> {}).build();

        assertThat(new FlowStructure(FlowGraph.of(chain)).foreachesAround("s10000"))
                .isEmpty();
    }

    private List<String> foreaches(String step) {
        return structure.foreachesAround(step).stream().map(GraphStep::name).toList();
    }
}
