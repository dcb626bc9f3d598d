package dev.cairn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.FlowPlan.StepPolicy;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Answer;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drives the schedule of a random flow in a random way: tasks are asked for in groups of random size and end in random order, facts
 * come again at random times, and now and then the driver loses all it knows but the facts.
 */
final class RandomDrive {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");

    /** Up to so many facts the schedule is made anew after each of them. */
    private static final int SMALL = 40;

    private final Random random;
    private final FlowPlan plan;
    private final Map<String, Integer> mostAtOnce = new HashMap<>();
    private final Outcomes outcomes;
    private final boolean fails;
    private final boolean keepsGoing;
    private Expected expected;

    private final List<TaskFact> facts = new ArrayList<>();
    private final Set<TaskId> finished = new HashSet<>();
    private final Set<String> started = new HashSet<>();
    private final List<TaskUnit> running = new ArrayList<>();
    private final List<Schedule.Wait> waits = new ArrayList<>();
    private Schedule schedule;
    private boolean failed;
    private int rebuilt;

    RandomDrive(long seed, int size) {
        random = new Random(seed);
        FlowGraph graph = FlowGraph.of(new RandomFlow(seed, size).definition());
        FlowStructure structure = new FlowStructure(graph);
        Map<String, Integer> retries = new HashMap<>();
        Map<String, StepPolicy> policies = new HashMap<>();
        for (FlowGraph.GraphStep step : graph.steps()) {
            int times = Math.max(0, random.nextInt(5) - 2);
            int atOnce = Math.max(0, random.nextInt(6) - 3);
            retries.put(step.name(), times);
            mostAtOnce.put(step.name(), atOnce == 0 ? Integer.MAX_VALUE : atOnce);
            Duration delay = random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(3);
            policies.put(step.name(), new StepPolicy(Retries.of(times).delay(delay), atOnce));
        }
        plan = new FlowPlan(graph, policies);
        outcomes = new Outcomes(seed, structure, graph.steps(), retries);
        expected = new Expected(structure, outcomes);
        fails = random.nextInt(4) == 0;
        keepsGoing = random.nextBoolean();
        if (fails) {
            List<TaskId> tasks = new ArrayList<>(expected.parents().keySet());
            outcomes.doom(tasks.get(random.nextInt(tasks.size())));
            for (int more = keepsGoing ? random.nextInt(3) : 0; more > 0; more--) {
                outcomes.doom(tasks.get(random.nextInt(tasks.size())));
            }
            expected = new Expected(structure, outcomes);
        }
        schedule = newSchedule();
    }

    /** The number of tasks. */
    int tasks() {
        return expected.parents().size();
    }

    /** How often the schedule was made anew from the facts so far. */
    int rebuilt() {
        return rebuilt;
    }

    private Schedule newSchedule() {
        return new Schedule(plan, RUN, keepsGoing);
    }

    private boolean stopped() {
        return failed && !keepsGoing;
    }

    private boolean isLast(TaskUnit unit) {
        return unit.attempt() == outcomes.lastAttempt(unit.task());
    }

    void run() {
        while (!(schedule.over() && running.isEmpty())) {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3 -> start(1 + random.nextInt(4));
                case 4, 5, 6, 7 -> tellAgain();
                case 8 -> endWithoutStart();
                default -> goOn();
            }
        }
        assertThat(failed).isEqualTo(fails);
        assertThat(schedule.failed()).isEqualTo(fails);
        assertThat(schedule.poll()).isNull();
        assertThat(schedule.hasReady()).isFalse();
        assertThat(schedule.succeeded()).isEqualTo(!fails);
        if (!fails || keepsGoing) {
            Set<TaskId> ended = new HashSet<>(finished);
            ended.addAll(schedule.failures());
            assertThat(ended).isEqualTo(expected.parents().keySet());
            assertThat(schedule.failures()).allMatch(outcomes::isDoomed);
            assertThat(finished).noneMatch(outcomes::isDoomed);
            assertThat(schedule.open(1)).isEmpty();
        }
        assertSameAnew();
    }

    /** Lets something happen that has to happen, so that no drive goes on for ever. */
    private void goOn() {
        boolean endsWait = !waits.isEmpty() && (running.isEmpty() || random.nextInt(3) == 0);
        if (endsWait) {
            schedule.waitOver(waits.remove(random.nextInt(waits.size())).unit());
        } else if (running.isEmpty()) {
            assertThat(start(1 + random.nextInt(4)))
                    .as("nothing may start, runs or waits, and the run has not ended")
                    .isPositive();
        } else {
            end(running.remove(random.nextInt(running.size())));
        }
    }

    private int start(int most) {
        List<TaskUnit> units = schedule.poll(most);
        assertThat(units.size()).isLessThanOrEqualTo(most);
        if (stopped()) {
            assertThat(units).isEmpty();
        }
        if (units.size() < most) {
            assertThat(schedule.hasReady()).isFalse();
        }
        for (TaskUnit unit : units) {
            assertThat(started.add(unit.task() + " attempt " + unit.attempt()))
                    .as("attempt %s of %s starts once", unit.attempt(), unit.task())
                    .isTrue();
            assertThat(unit.parents())
                    .as("parents of %s", unit.task())
                    .isEqualTo(expected.parents().get(unit.task()));
            assertThat(finished).containsAll(unit.parents());
            running.add(unit);
            assertThat(running.stream()
                            .filter(other ->
                                    other.task().step().equals(unit.task().step())))
                    .hasSizeLessThanOrEqualTo(mostAtOnce.get(unit.task().step()));
        }
        return units.size();
    }

    private void end(TaskUnit unit) {
        TaskFact fact = outcomes.fact(unit.task(), unit.attempt());
        facts.add(fact);
        assertThat(schedule.tell(fact)).isEqualTo(Answer.TAKEN);
        if (!(fact.ending() instanceof Failed)) {
            finished.add(unit.task());
        } else if (schedule.failed() && !failed) {
            failed = true;
            assertThat(schedule.failures()).containsExactly(unit.task());
        } else if (keepsGoing && isLast(unit)) {
            assertThat(schedule.failures()).contains(unit.task());
        }
        for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
            assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(3));
            waits.add(wait);
        }
        if (facts.size() <= SMALL || random.nextInt(facts.size()) < 2) {
            Schedule other = assertSameAnew();
            if (!stopped() && random.nextInt(8) == 0) {
                loseAllButTheFacts(other);
            }
        }
    }

    /** As after a crash: what ran is run once more, and what waited waits anew. */
    private void loseAllButTheFacts(Schedule other) {
        schedule = other;
        running.forEach(unit -> started.remove(unit.task() + " attempt " + unit.attempt()));
        running.clear();
        waits.clear();
        Set<TaskUnit> open = open(schedule);
        for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
            assertThat(open).contains(wait.unit());
            waits.add(wait);
        }
    }

    /** As by a straggler: a task that may start was begun before, and ends. */
    private void endWithoutStart() {
        List<TaskUnit> open = stopped() ? List.of() : schedule.open(Integer.MAX_VALUE);
        List<TaskUnit> ready = open.stream()
                .filter(unit -> !running.contains(unit)
                        && waits.stream().noneMatch(wait -> wait.unit().equals(unit))
                        && finished.containsAll(unit.parents()))
                .toList();
        if (!ready.isEmpty()) {
            TaskUnit unit = ready.get(random.nextInt(ready.size()));
            started.add(unit.task() + " attempt " + unit.attempt());
            end(unit);
        }
    }

    private void tellAgain() {
        if (!facts.isEmpty()) {
            Set<TaskUnit> before = open(schedule);
            assertThat(schedule.tell(facts.get(random.nextInt(facts.size())))).isEqualTo(Answer.LATE);
            assertThat(open(schedule)).isEqualTo(before);
        }
    }

    /** A schedule that is told the facts in another order, some of them twice, has the same state. */
    private Schedule assertSameAnew() {
        rebuilt++;
        List<TaskFact> shuffled = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextInt(10) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        Schedule anew = newSchedule();
        shuffled.forEach(anew::tell);
        assertThat(anew.early()).isEmpty();
        assertThat(open(anew)).isEqualTo(open(schedule));
        assertThat(anew.failures()).isEqualTo(schedule.failures());
        assertThat(anew.succeeded()).isEqualTo(schedule.succeeded());
        assertThat(anew.over()).isEqualTo(schedule.over());
        return anew;
    }

    private static Set<TaskUnit> open(Schedule schedule) {
        List<TaskUnit> units = schedule.open(Integer.MAX_VALUE);
        assertThat(units).doesNotHaveDuplicates();
        return units.stream().collect(Collectors.toSet());
    }
}
