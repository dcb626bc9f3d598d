package dev.cairn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.FlowPlan.StepPolicy;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Elements;
import dev.cairn.engine.Schedule.Single;
import dev.cairn.engine.Schedule.Work;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Drives the schedule of a random flow as an external engine does: chains of tasks, and ranges of elements of which some are given back,
 * each of which has a schedule of its own; and now and then a schedule is made anew from its frontier.
 */
final class SliceDrive {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");

    private final Random random;
    private final FlowPlan plan;
    private final Outcomes outcomes;
    private final Map<TaskId, List<TaskId>> ran = new HashMap<>();
    private final Map<TaskId, List<TaskId>> expected;
    private int anew;

    SliceDrive(long seed, int size) {
        random = new Random(seed);
        FlowGraph graph = FlowGraph.of(new RandomFlow(seed, size).definition());
        FlowStructure structure = new FlowStructure(graph);
        Map<String, Integer> retries = new HashMap<>();
        Map<String, StepPolicy> policies = new HashMap<>();
        for (GraphStep step : graph.steps()) {
            retries.put(step.name(), random.nextInt(2));
            Duration delay = random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(3);
            policies.put(
                    step.name(),
                    new StepPolicy(Retries.of(retries.get(step.name())).delay(delay), random.nextInt(3)));
        }
        plan = new FlowPlan(graph, policies);
        outcomes = new Outcomes(seed, structure, graph.steps(), retries);
        expected = new Expected(structure, outcomes).parents();
    }

    int tasks() {
        return expected.size();
    }

    /** How often a schedule was made anew from its frontier. */
    int anew() {
        return anew;
    }

    void run() {
        drive(new Schedule(plan, RUN), null);
        assertThat(ran).isEqualTo(expected);
    }

    private void drive(Schedule first, Elements elements) {
        Schedule schedule = first;
        List<Work> running = new ArrayList<>();
        while (!schedule.succeeded()) {
            Work work = random.nextInt(3) == 0 && !running.isEmpty() ? null : poll(schedule, elements != null);
            if (work != null) {
                running.add(work);
                continue;
            }
            assertThat(running)
                    .as("nothing may start or runs, and the run has not ended")
                    .isNotEmpty();
            end(schedule, running.remove(random.nextInt(running.size())));
            for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
                schedule.waitOver(wait.unit());
            }
            if (running.isEmpty() && !schedule.succeeded() && random.nextBoolean()) {
                anew++;
                String frontier = schedule.frontier();
                schedule = Schedule.at(plan, RUN, elements, frontier);
                assertThat(schedule.frontier()).isEqualTo(frontier);
            }
        }
        assertThat(running).isEmpty();
        assertThat(schedule.pollWork(1)).isNull();
    }

    /** A part of a run takes its elements one by one, for the most part. */
    private @Nullable Work poll(Schedule schedule, boolean part) {
        if (part && random.nextInt(4) > 0) {
            TaskUnit unit = schedule.poll();
            return unit == null ? null : new Single(unit);
        }
        return schedule.pollWork(1 + random.nextInt(3));
    }

    private void end(Schedule schedule, Work work) {
        if (work instanceof Single single) {
            chain(schedule, single.unit());
        } else if (work instanceof Elements elements) {
            int end = elements.from() + random.nextInt(elements.size() + 1);
            if (end > elements.from()) {
                Elements done = new Elements(elements.opener(), elements.from(), end);
                drive(Schedule.of(plan, RUN, done), done);
                schedule.tellArrived(done);
            }
            if (end < elements.to()) {
                schedule.giveBack(new Elements(elements.opener(), end, elements.to()));
            }
        }
    }

    private void chain(Schedule schedule, TaskUnit first) {
        TaskUnit unit = first;
        TaskFact fact = end(unit);
        while (random.nextInt(4) > 0
                && fact.ending() instanceof Finished finished
                && !plan.step(unit.task().step()).splits()
                && finished.next().size() == 1
                && !plan.step(finished.next().get(0)).joins()
                && plan.policy(finished.next().get(0)).maxParallel() == 0) {
            TaskId next =
                    plan.structure().following(unit.task(), finished.next().get(0));
            unit = new TaskUnit(unit.flow(), RUN, next, 0, List.of(unit.task()));
            fact = end(unit);
        }
        schedule.tellChain(first, unit, fact);
    }

    private TaskFact end(TaskUnit unit) {
        TaskFact fact = outcomes.fact(unit.task(), unit.attempt());
        if (!(fact.ending() instanceof Failed)) {
            assertThat(ran.put(unit.task(), unit.parents()))
                    .as("%s runs once", unit.task())
                    .isNull();
        }
        return fact;
    }
}
