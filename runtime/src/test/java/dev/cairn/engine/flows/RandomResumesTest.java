package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random flows whose runs fail or are stopped, and are resumed, with other code, another graph and other parameters, until one succeeds. Each resumed run
 * takes over exactly the tasks that a model names which knows nothing of schedules, and leaves in the end what a straight run leaves. Small
 * flows come first; {@code -Dresumed.flows=20000} tries more.
 */
class RandomResumesTest extends OnEachStore {
    private static final int FLOWS = Integer.getInteger("resumed.flows", 150);
    private static final int FIRST_SEED = 20261130;
    private static final int ROUNDS = 5;

    private static final Counts COUNTS = new Counts();

    /** How much there was to decide. */
    private static final class Counts {
        private int runs;
        private int tasks;
        private int reused;

        void count(int ofRun, int ofThemReused) {
            runs++;
            tasks += ofRun;
            reused += ofThemReused;
        }

        @Override
        public String toString() {
            return FLOWS + " flows from seed " + FIRST_SEED + ", " + runs + " runs with " + tasks + " tasks, " + reused
                    + " of them reused";
        }
    }

    /** Where nothing is reused, or everything, there is little to decide. */
    @AfterAll
    static void muchIsReusedAndMuchIsNot() {
        System.out.println(COUNTS);
        assertThat(COUNTS.reused).isBetween(COUNTS.tasks / 10, 4 * COUNTS.tasks / 5);
    }

    static IntStream seeds() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + FLOWS);
    }

    /** What is run in one round. */
    private final class Round {
        private final ChangingFlow flow;
        private final Map<String, Long> parameters;
        private final Map<String, Long> given;
        private final int workers;
        private final List<String> executed = Collections.synchronizedList(new ArrayList<>());

        Round(ChangingFlow flow, Map<String, Long> parameters, Map<String, Long> given, int workers) {
            this.flow = flow;
            this.parameters = Map.copyOf(parameters);
            this.given = Map.copyOf(given);
            this.workers = workers;
        }

        private TestRun<ChangingFlow.Instance> builder(Map<String, Long> values) {
            TestRun<ChangingFlow.Instance> run = TestRun.of(flow)
                    .datastore(datastore)
                    .maxWorkers(workers)
                    .code(flow.code())
                    .outputListener((path, line) -> {});
            values.forEach(run::parameter);
            return run;
        }

        /** All records that a straight run leaves. */
        Map<TaskId, TaskRecord> straight() {
            flow.hook(task -> {});
            return finished(builder(parameters).run().id());
        }

        /** Runs the flow, or resumes a run; tasks of {@code failing} fail, those of {@code stopping} stop the run. */
        String run(String origin, Set<String> failing, Set<String> stopping) {
            Thread caller = Thread.currentThread();
            flow.hook(task -> {
                executed.add(task);
                if (failing.contains(task)) {
                    throw new IllegalStateException("fails");
                } else if (stopping.contains(task)) {
                    caller.interrupt();
                }
            });
            List<String> id = new ArrayList<>();
            TestRun<ChangingFlow.Instance> run =
                    builder(given).onStart(started -> id.add(started.id().toString()));
            try {
                if (origin == null) {
                    run.run();
                } else {
                    run.resume(origin);
                }
            } catch (FlowFailedException | RunInterruptedException e) {
                // wanted
            } finally {
                Thread.interrupted();
            }
            return id.get(0);
        }
    }

    private Map<TaskId, TaskRecord> finished(String run) {
        Map<TaskId, TaskRecord> finished = new LinkedHashMap<>();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run))) {
            attempts.filter(TaskRecord::finished).forEach(record -> finished.put(record.task(), record));
        }
        return finished;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesOverWhatTheModelNames(int seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L); // those of close seeds begin alike
        ChangingFlow flow = ChangingFlow.of(
                new RandomFlow(random.nextLong(), 1 + 24 * (seed - FIRST_SEED) / FLOWS).definition(), random);
        Map<String, Long> parameters = new HashMap<>(Map.of("p0", 1L, "p1", 1L));
        Map<String, String> codeBefore = Map.of();
        String origin = null;
        for (int number = 0; number < ROUNDS; number++) {
            Map<String, Long> before = Map.copyOf(parameters);
            boolean otherGraph = number > 0 && random.nextInt(3) == 0;
            flow = otherGraph ? flow.withOtherGraph(random) : flow;
            Map<String, Long> given = change(flow, parameters, random, number == 0);
            Round round = new Round(flow, parameters, given, 1 + random.nextInt(4));
            Map<TaskId, TaskRecord> straight = round.straight();
            Set<TaskId> reused = origin == null
                    ? Set.of()
                    : reused(flow, straight, finished(origin), codeBefore, before, parameters);
            boolean isLast = number == ROUNDS - 1;
            String run;
            try {
                run = round.run(
                        origin, isLast ? Set.of() : some(straight, random), isLast ? Set.of() : some(straight, random));
            } catch (ResumeRefusedException e) {
                assertThat(succeeded(origin)).isTrue();
                assertThat(reused).isEqualTo(straight.keySet());
                return;
            }
            assertThat(origin != null
                            && succeeded(origin)
                            && codeBefore.equals(flow.code())
                            && before.equals(parameters)
                            && !otherGraph)
                    .isFalse();

            Map<TaskId, TaskRecord> left = finished(run);
            check(origin, straight, reused, round, left, succeeded(run));
            COUNTS.count(straight.size(), reused.size());
            codeBefore = flow.code();
            origin = run;
        }
    }

    private void check(
            String origin,
            Map<TaskId, TaskRecord> straight,
            Set<TaskId> reused,
            Round round,
            Map<TaskId, TaskRecord> left,
            boolean succeeded) {
        Set<TaskId> taken = new HashSet<>();
        left.values().stream().filter(record -> record.origin() != null).forEach(record -> taken.add(record.task()));
        assertThat(taken).isEqualTo(reused);
        assertThat(round.executed).doesNotHaveDuplicates();
        for (TaskRecord record : left.values()) {
            TaskRecord expected = straight.get(record.task());
            assertThat(record.artifacts()).as("artifacts of %s", record.task()).isEqualTo(expected.artifacts());
            assertThat(record.parents()).isEqualTo(expected.parents());
            assertThat(record.next()).isEqualTo(expected.next());
            assertThat(record.fork()).isEqualTo(expected.fork());
            if (record.origin() != null) {
                assertExecutedThere(record, record.origin());
            }
        }
        Set<String> expectedToRun = new HashSet<>();
        straight.keySet().stream()
                .filter(task -> !reused.contains(task))
                .forEach(task -> expectedToRun.add(task.toString()));
        assertThat(expectedToRun).containsAll(round.executed);
        if (succeeded) {
            assertThat(left.keySet()).isEqualTo(straight.keySet());
            assertThat(round.executed).containsExactlyInAnyOrderElementsOf(expectedToRun);
        }
    }

    private void assertExecutedThere(TaskRecord record, TaskOrigin origin) {
        TaskRecord there = datastore.runs().task(origin.run(), origin.task()).orElseThrow();
        assertThat(there.origin()).isNull();
        assertThat(there.startedAt()).isEqualTo(record.startedAt());
        assertThat(there.attempt()).isEqualTo(origin.attempt());
    }

    private boolean succeeded(String run) {
        return datastore
                .runs()
                .find(new RunId(run))
                .orElseThrow()
                .status()
                .name()
                .equals("SUCCEEDED");
    }

    /** Changes code and parameters, mostly not; gives the parameters that are set. */
    private static Map<String, Long> change(
            ChangingFlow flow, Map<String, Long> parameters, Random random, boolean first) {
        Map<String, Long> given = new HashMap<>();
        for (String parameter : ChangingFlow.PARAMETERS) {
            if (first || random.nextInt(3) == 0) {
                long value = 1 + random.nextInt(2);
                parameters.put(parameter, value);
                given.put(parameter, value);
            }
        }
        if (!first && random.nextInt(2) == 0) {
            flow.changeCode(
                    flow.steps().get(random.nextInt(flow.steps().size())).name());
        }
        return given;
    }

    private static Set<String> some(Map<TaskId, TaskRecord> tasks, Random random) {
        Set<String> some = new HashSet<>();
        if (random.nextBoolean()) {
            List<TaskId> all = new ArrayList<>(tasks.keySet());
            Collections.sort(all);
            some.add(all.get(random.nextInt(all.size())).toString());
        }
        return some;
    }

    /** The tasks of a straight run that finished before, whose step is unchanged, and whose parents are such tasks too. */
    private static Set<TaskId> reused(
            ChangingFlow flow,
            Map<TaskId, TaskRecord> straight,
            Map<TaskId, TaskRecord> before,
            Map<String, String> codeBefore,
            Map<String, Long> parametersBefore,
            Map<String, Long> parameters) {
        Set<TaskId> reused = new HashSet<>();
        for (TaskRecord record : straight.values()) { // parents come before those that follow them
            TaskId task = record.task();
            boolean sameCode = flow.code().get(task.step()).equals(codeBefore.get(task.step()));
            boolean sameParameters = ChangingFlow.PARAMETERS.stream()
                    .noneMatch(parameter -> flow.mayRead(task.step(), parameter)
                            && !parameters.get(parameter).equals(parametersBefore.get(parameter)));
            List<TaskId> parents = parents(record, straight);
            if (before.containsKey(task)
                    && sameCode
                    && sameParameters
                    && parents.equals(parents(before.get(task), before))
                    && reused.containsAll(parents)) {
                reused.add(task);
            }
        }
        return reused;
    }

    /** All tasks that lead to a task: those of which its record tells, and those that name its step and are inside of its position. */
    private static List<TaskId> parents(TaskRecord record, Map<TaskId, TaskRecord> straight) {
        List<TaskId> parents = new ArrayList<>(record.parents());
        boolean joinsForeach = record.parents().size() == 1
                && straight.get(record.parents().get(0)).fork() != null
                && record.parents().get(0).position().equals(record.task().position());
        if (joinsForeach) {
            straight.values().stream()
                    .filter(other -> other.next().contains(record.task().step())
                            && other.task().position().size()
                                    > record.task().position().size()
                            && other.task()
                                    .position()
                                    .subList(0, record.task().position().size())
                                    .equals(record.task().position()))
                    .map(TaskRecord::task)
                    .sorted()
                    .forEach(parents::add);
        }
        return parents;
    }
}
