package dev.cairn.engine.flows;

import static dev.cairn.engine.flows.TaskRunnerTest.start;
import static dev.cairn.engine.flows.TaskRunnerTest.unit;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Tree;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskRunner;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who goes through the tasks of a wide step asks for many at once, also for values that are not in their records. */
class WideJoinTest extends OnEachStore {
    private static final int TASKS = 1000;
    private static final int LENGTH = 3000;

    private final List<String> joined = new ArrayList<>();

    private static String text(int number) {
        return (number + " ").repeat(LENGTH).substring(0, LENGTH);
    }

    private static List<String> texts() {
        return Stream.iterate(0, number -> number + 1)
                .limit(TASKS)
                .map(WideJoinTest::text)
                .toList();
    }

    private FlowDefinition<Numbers> flow() {
        return Numbers.flow("Wide")
                .step(
                        foreach("start", "join", "count", Items.range(), "work"),
                        (numbers, task) -> numbers.count = TASKS)
                .step(linear("work", "join"), (numbers, task) -> numbers.text = text(task.index("count")))
                .step(end("join").join(), (numbers, task) -> {
                    for (int i = 0; i < task.inputs().size(); i++) {
                        joined.add((String) task.inputs().get(i).value("text"));
                    }
                })
                .build();
    }

    /** Runs all tasks but the join, whose process then knows nothing of them. */
    private RunRequest<?> runAllButTheJoin(FlowDefinition<Numbers> flow) {
        RunRequest<?> request = start(flow, datastore);
        try (TaskRunner<?> runner = TaskRunner.attach(flow, datastore, request.run())) {
            runner.run(unit(request, "start", 0));
            for (int i = 0; i < TASKS; i++) {
                runner.run(unit(request, "work/" + i, 0, "start"));
            }
        }
        return request;
    }

    @Test
    void aJoinInAnotherProcessReadsPagesOfTasksAndOfValues() {
        FlowDefinition<Numbers> flow = flow();
        RunRequest<?> request = runAllButTheJoin(flow);
        CallCountingDatastore counting = new CallCountingDatastore(datastore);

        try (TaskRunner<?> runner = TaskRunner.attach(flow, counting, request.run())) {
            runner.run(unit(request, "join", 0, "start"));
        }

        assertThat(joined).isEqualTo(texts());
        assertThat(counting.calls("Runs.tasks")).as("pages of 256 tasks").isEqualTo(4);
        assertThat(counting.calls("Runs.task") + counting.calls("Runs.attempts"))
                .as("the split, the first one, the join itself")
                .isLessThanOrEqualTo(5);
        assertThat(counting.callsOf("Blobs.read") + counting.callsOf("Blobs.open"))
                .as("the first value, the next 256 four times, schemas")
                .isLessThanOrEqualTo(8);
    }

    @Test
    void whoReadsAStepOfARunReadsPagesOfValues() {
        FlowDefinition<Numbers> flow = flow();
        Run run = run(flow);

        assertPaged(flow, run, task -> task.artifact("text").value());
        assertPaged(flow, run, task -> task.taskArtifacts().value("text"));
        assertPaged(flow, run, task -> ((Tree.Scalar) task.artifact("text").tree()).value());
    }

    private void assertPaged(FlowDefinition<Numbers> flow, Run run, Function<Task, @Nullable Object> value) {
        CallCountingDatastore counting = new CallCountingDatastore(datastore);
        Run read = Cairn.open(counting, flow).run(run.pathspec());

        try (Stream<Task> tasks = read.step("work").stream()) {
            assertThat(tasks.map(value)).isEqualTo(texts());
        }

        assertThat(counting.callsOf("Blobs.read") + counting.callsOf("Blobs.open"))
                .as("for each 256 tasks the first value and the others, and the schema")
                .isLessThanOrEqualTo(9);
    }

    @Test
    void whoJumpsReadsWhatHeAsksFor() {
        FlowDefinition<Numbers> flow = flow();
        Run run = run(flow);
        ReadCountingDatastore counting = new ReadCountingDatastore(datastore);
        Run read = Cairn.open(counting, flow).run(run.pathspec());

        try (Stream<Task> tasks = read.step("work").stream()) {
            assertThat(tasks.filter(task -> task.index().orElseThrow() % 100 == 50)
                            .map(task -> task.artifact("text").as(String.class)))
                    .hasSize(TASKS / 100);
        }

        assertThat(counting.bytesRead()).isLessThan(2L * TASKS / 100 * LENGTH);
    }
}
