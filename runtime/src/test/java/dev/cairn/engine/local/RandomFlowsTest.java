package dev.cairn.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.engine.flows.BlockInterpreter;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.engine.flows.TestRun;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random structured flows compute what an interpreter computes that knows nothing of tasks. Small flows come first. */
class RandomFlowsTest {
    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flowComputesWhatTheInterpreterDoes(int seed) {
        RandomFlow flow = flow(seed);

        Run run = TestRun.of(flow.definition()).maxWorkers(1 + seed % 8).run();

        assertComputed(flow, run);
    }

    static RandomFlow flow(int seed) {
        return new RandomFlow(seed, 1 + seed / 8);
    }

    static void assertComputed(RandomFlow flow, Run run) {
        BlockInterpreter interpreter = new BlockInterpreter();
        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(interpreter.run(flow.blocks()));
        List<Task> tasks = run.steps().stream().flatMap(StepTasks::stream).toList();
        assertThat(tasks).hasSize(interpreter.tasks());
        List<String> toChildren = tasks.stream()
                .flatMap(task -> edges(List.of(task), task.children()))
                .toList();
        List<String> fromParents = tasks.stream()
                .flatMap(task -> edges(task.parents(), List.of(task)))
                .toList();
        assertThat(toChildren).containsAll(fromParents);
        assertThat(fromParents).containsAll(toChildren);
    }

    private static Stream<String> edges(List<Task> parents, List<Task> children) {
        return parents.stream().flatMap(parent -> children.stream().map(child -> parent.id() + " -> " + child.id()));
    }
}
