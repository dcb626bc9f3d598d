package dev.cairn.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.LastTasks;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say of the tasks that arrived at a join is what is found for each alone: for joins of random flows, nested and with loops. */
class ArrivedTasksTest {
    private static final long FIRST_SEED = 20261130;
    private static final int FLOWS = 150;

    private int compared;

    @Test
    void pagesSayWhatIsFoundForEachElementAlone() {
        for (int i = 0; i < FLOWS; i++) {
            long seed = FIRST_SEED + i;
            TestFlow<RandomFlow.State> flow = new RandomFlow(seed, 1 + i / 5).definition();
            try (Datastore datastore = Datastore.inMemory()) {
                Run run = TestRun.of(flow).datastore(datastore).run();
                FlowGraph graph = FlowGraph.of(flow);
                FlowStructure structure = new FlowStructure(graph);
                Set<String> joins = graph.steps().stream()
                        .filter(step ->
                                step.joins() && structure.splitOf(step.name()).fansOut())
                        .map(GraphStep::name)
                        .collect(Collectors.toSet());
                RunId id = new RunId(run.id());
                compareJoins(datastore, datastore.runs().find(id).orElseThrow(), structure, joins, new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the flow of seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(compared).isGreaterThan(5 * FLOWS);
    }

    private void compareJoins(
            Datastore datastore, RunRecord run, FlowStructure structure, Set<String> joins, Random random) {
        List<TaskRecord> all;
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(run.id())) {
            all = attempts.toList();
        }
        for (TaskRecord task : all) {
            if (joins.contains(task.task().step())) {
                TaskId split = structure.splitTask(task.task());
                ForkRecord fork =
                        datastore.runs().task(run.id(), split).orElseThrow().fork();
                compare(datastore, run, structure, task.task(), fork.count(), random);
            }
        }
    }

    private void compare(
            Datastore datastore, RunRecord run, FlowStructure structure, TaskId join, int count, Random random) {
        FinishedTasks finished = new FinishedTasks(datastore, run, 0);
        LastTasks alone = new LastTasks(structure, finished);
        for (int pageSize : new int[] {1, 2, 3, 5, ArrivedTasks.PAGE}) {
            ArrivedTasks inOrder = new ArrivedTasks(datastore.runs(), run.id(), finished, structure, join, pageSize);
            ArrivedTasks atRandom = new ArrivedTasks(datastore.runs(), run.id(), finished, structure, join, pageSize);
            for (int element = 0; element < count; element++) {
                assertThat(inOrder.of(element)).isPresent().isEqualTo(alone.of(join, element));
                int any = random.nextInt(count);
                assertThat(atRandom.of(any)).isEqualTo(alone.of(join, any));
                compared++;
            }
            assertThat(inOrder.of(count)).isEmpty();
        }
    }
}
