package dev.cairn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.ParentTasks;
import dev.cairn.runtime.graph.ParentTasks.Awaited;
import dev.cairn.runtime.graph.ParentTasks.Found;
import dev.cairn.runtime.graph.ParentTasks.Never;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * At each moment of runs of random flows, the records say what the schedule says: the parents of each task that may start, and that the
 * others have to wait. Small flows come first. With {@code -Dparents.flows=20000} more of them, from {@code -Dparents.seed=..} on.
 */
class ParentTasksModelTest {
    private static final int FLOWS = Integer.getInteger("parents.flows", 300);
    private static final long SEED = Long.getLong("parents.seed", 0);

    /** Of large runs, only some moments are looked at. */
    private static final int LOOKS = 40;

    @Test
    void parentsFollowFromIdsAndRecords() {
        int found = 0;
        int awaited = 0;
        for (int i = 0; i < FLOWS; i++) {
            long seed = SEED + i;
            try {
                int[] answers = drive(seed, 1 + i / 10 % 40);
                found += answers[0];
                awaited += answers[1];
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the flow of seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.println(FLOWS + " flows from seed " + SEED + ": parents found " + found + " times, awaited "
                + awaited + " times");
        assertThat(found).isGreaterThan(3 * FLOWS);
        assertThat(awaited).isGreaterThan(3 * FLOWS);
    }

    /** How often parents were found, and how often they were not there yet. */
    private static int[] drive(long seed, int size) {
        Random random = new Random(seed);
        FlowGraph graph = FlowGraph.of(new RandomFlow(seed, size).definition());
        FlowStructure structure = new FlowStructure(graph);
        Outcomes outcomes = new Outcomes(seed, structure, graph.steps(), Map.of());
        Map<TaskId, List<TaskId>> expected = new Expected(structure, outcomes).parents();
        FinishedInMemory records = new FinishedInMemory(outcomes);
        ParentTasks parents = new ParentTasks(structure, records);
        Schedule schedule = new Schedule(new FlowPlan(graph, Map.of()), FinishedInMemory.RUN);
        Set<TaskId> begun = new HashSet<>();
        List<TaskUnit> running = new ArrayList<>();
        int[] answers = new int[2];
        while (!schedule.succeeded()) {
            for (TaskUnit unit : schedule.poll(Integer.MAX_VALUE)) {
                assertThat(parents.of(unit.task())).isEqualTo(new Found(unit.parents()));
                begun.add(unit.task());
                running.add(unit);
            }
            if (expected.size() <= LOOKS || random.nextInt(expected.size()) < LOOKS) {
                look(expected, begun, parents, answers);
            }
            TaskId ended = running.remove(random.nextInt(running.size())).task();
            TaskFact fact = outcomes.fact(ended, 0);
            records.add(fact);
            schedule.tell(fact);
        }
        assertThat(begun).isEqualTo(expected.keySet());
        return answers;
    }

    private static void look(
            Map<TaskId, List<TaskId>> expected, Set<TaskId> begun, ParentTasks parents, int[] answers) {
        expected.forEach((task, those) -> {
            ParentTasks.Answer answer = parents.of(task);
            assertThat(answer).as("%s", task).isNotInstanceOf(Never.class);
            assertThat(parents.of(task, those).getClass()).isIn(Found.class, Awaited.class);
            if (begun.contains(task)) {
                assertThat(answer).as("%s", task).isEqualTo(new Found(those));
                answers[0]++;
            } else {
                assertThat(answer).as("%s", task).isInstanceOf(Awaited.class);
                answers[1]++;
            }
        });
    }
}
