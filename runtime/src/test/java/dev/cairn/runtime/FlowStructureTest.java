package dev.cairn.runtime;

import static dev.cairn.runtime.StepDefinition.end;
import static dev.cairn.runtime.StepDefinition.foreach;
import static dev.cairn.runtime.StepDefinition.linear;
import static dev.cairn.runtime.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.FlowGraph.GraphStep;
import java.util.List;
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
        assertThatThrownBy(() -> structure.splitOf("leaf")).hasMessage("step `leaf` joins nothing");
        assertThatThrownBy(() -> structure.joinOf("leaf")).hasMessage("step `leaf` splits nothing");
    }

    @Test
    void tasksThatOpenedTheForeachesAroundATask() {
        TaskId leaf = TaskId.parse("leaf[3][7]");

        assertThat(structure.foreachTask(leaf, 0)).hasToString("start");
        assertThat(structure.foreachTask(leaf, 1)).hasToString("fan[3]");
        assertThat(structure.index(leaf, 0)).isEqualTo(3);
        assertThat(structure.index(leaf, 1)).isEqualTo(7);
    }

    @Test
    void iterationsOfLoopsDoNotCountAsLevels() {
        TaskId leaf = TaskId.parse("leaf[3]#5[7]");

        assertThat(structure.foreachTask(leaf, 1)).hasToString("fan[3]#5");
        assertThat(structure.index(leaf, 1)).isEqualTo(7);
    }

    @Test
    void lastTasksOfTheBranchesThatAJoinCloses() {
        assertThat(structure.splitTask(TaskId.parse("collect[3]"))).hasToString("fan[3]");
        assertThat(structure.lastTasks(TaskId.parse("collect[3]"), 7)).hasToString("[leaf[3][7]]");
        assertThat(structure.lastTasks(TaskId.parse("meet[3]"), 0)).hasToString("[collect[3]]");
        assertThat(structure.lastTasks(TaskId.parse("meet[3]"), 1)).hasToString("[other[3]]");
        assertThat(structure.lastTasks(TaskId.parse("gather"), 3)).hasToString("[meet[3]]");
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
