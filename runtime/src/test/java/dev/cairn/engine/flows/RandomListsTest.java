package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.definition.Access.Place;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random flows with a foreach over a list that is edited between a run and the one that resumes it: elements are inserted, deleted, swapped,
 * doubled and replaced. What is taken over is what a model names that sees whole runs, and the result is that of a straight run. {@code
 * -Dedited.lists=20000} tries more.
 */
class RandomListsTest extends OnEachStore {
    private static final int FLOWS = Integer.getInteger("edited.lists", 150);
    private static final int FIRST_SEED = 20261130;
    private static final int ROUNDS = 5;
    private static final int[] COUNTS =
            new int[4]; // runs, tasks, those reused, of them in branches that were opened again

    /** Where nothing is reused, or everything, there is little to decide. */
    @AfterAll
    static void muchIsReusedAndMuchIsNot() {
        System.out.println(FLOWS + " flows from seed " + FIRST_SEED + ", " + COUNTS[0] + " runs with " + COUNTS[1]
                + " tasks, " + COUNTS[2] + " of them reused, " + COUNTS[3] + " where a list was made again");
        assertThat(COUNTS[2]).isBetween(COUNTS[1] / 10, 4 * COUNTS[1] / 5);
        assertThat(COUNTS[3]).isGreaterThan(COUNTS[1] / 20);
    }

    static IntStream seeds() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + FLOWS);
    }

    /** What a run is given, and what it leaves. */
    private record Given(List<Integer> items, long salt, Map<String, Integer> versions) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesOverWhatTheModelNames(int seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ListFlow flow = new ListFlow(random);
        List<Integer> items = new ArrayList<>();
        IntStream.range(0, random.nextInt(6)).forEach(i -> items.add(random.nextInt(8)));
        Given before = null;
        String origin = null;
        for (int round = 0; round < ROUNDS; round++) {
            Given now = edited(flow, before, items, random);
            int workers = 1 + random.nextInt(3);
            Map<TaskId, TaskRecord> straight = finished(straight(flow, now));
            Model model = origin == null ? null : new Model(flow, straight, finished(origin), before, now);
            Set<TaskId> reused = model == null ? Set.of() : model.reused();
            boolean isLast = round == ROUNDS - 1;
            List<String> executed = Collections.synchronizedList(new ArrayList<>());
            Set<String> failing = isLast ? Set.of() : some(straight, flow, random);
            Set<String> stopping = isLast ? Set.of() : some(straight, flow, random);
            String run;
            try {
                run = run(flow, now, workers, origin, failing, stopping, executed);
            } catch (ResumeRefusedException e) {
                assertThat(reused).isEqualTo(straight.keySet());
                return;
            }
            Map<TaskId, TaskRecord> left = finished(run);
            boolean succeeded = left.keySet().equals(straight.keySet());
            check(straight, reused, left, executed, succeeded);
            if (model != null && workers == 1 && stopping.isEmpty()) {
                assertThat(taken(left)).as("taken over at once").containsAll(model.known(left.keySet()));
            }
            COUNTS[0]++;
            COUNTS[1] += straight.size();
            COUNTS[2] += reused.size();
            COUNTS[3] += model == null ? 0 : model.againOpened();
            before = now;
            origin = run;
        }
    }

    private static Given edited(ListFlow flow, Given before, List<Integer> items, Random random) {
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            edit(items, random);
        }
        if (before != null && random.nextInt(3) == 0) {
            List<String> names = flow.names();
            flow.versions.merge(names.get(random.nextInt(names.size())), 1, Integer::sum);
        }
        long salt = before == null ? 1 : random.nextInt(4) == 0 ? before.salt() + 1 : before.salt();
        return new Given(List.copyOf(items), salt, Map.copyOf(flow.versions));
    }

    private static void edit(List<Integer> items, Random random) {
        int size = items.size();
        switch (random.nextInt(5)) {
            case 0 -> items.add(random.nextInt(size + 1), random.nextInt(8));
            case 1 -> items.subList(0, size).removeIf(each -> random.nextInt(size) == 0);
            case 2 -> Collections.shuffle(items, random);
            case 3 -> items.addAll(items.subList(0, Math.min(size, 2)));
            default -> items.replaceAll(each -> random.nextInt(size) == 0 ? random.nextInt(8) : each);
        }
    }

    private TestRun<ListFlow.State> builder(ListFlow flow, Given given, int workers) {
        return TestRun.of(flow.definition())
                .datastore(datastore)
                .maxWorkers(workers)
                .code(flow.code())
                .outputListener((path, line) -> {})
                .parameter("items", given.items())
                .parameter("number", given.items().size())
                .parameter("salt", given.salt());
    }

    private String straight(ListFlow flow, Given given) {
        flow.hook(task -> {});
        return builder(flow, given, 2).run().id();
    }

    private String run(
            ListFlow flow,
            Given given,
            int workers,
            String origin,
            Set<String> failing,
            Set<String> stopping,
            List<String> executed) {
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
        TestRun<ListFlow.State> run = builder(flow, given, workers)
                .onStart(started -> id.add(started.id().toString()));
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

    private Map<TaskId, TaskRecord> finished(String run) {
        Map<TaskId, TaskRecord> finished = new LinkedHashMap<>();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run))) {
            attempts.filter(TaskRecord::finished).forEach(record -> finished.put(record.task(), record));
        }
        return finished;
    }

    /** A task whose failure is not caught, or none. */
    private static Set<String> some(Map<TaskId, TaskRecord> tasks, ListFlow flow, Random random) {
        List<TaskId> all = new ArrayList<>(tasks.keySet());
        all.removeIf(task -> flow.definition().step(task.step()).caughtIn() != null);
        Collections.sort(all);
        return random.nextBoolean()
                ? Set.of()
                : Set.of(all.get(random.nextInt(all.size())).toString());
    }

    private static Set<TaskId> taken(Map<TaskId, TaskRecord> left) {
        Set<TaskId> taken = new HashSet<>();
        left.values().stream().filter(record -> record.origin() != null).forEach(record -> taken.add(record.task()));
        return taken;
    }

    private void check(
            Map<TaskId, TaskRecord> straight,
            Set<TaskId> reused,
            Map<TaskId, TaskRecord> left,
            List<String> executed,
            boolean succeeded) {
        assertThat(reused).containsAll(taken(left));
        for (TaskRecord record : left.values()) {
            TaskRecord expected = straight.get(record.task());
            assertThat(record.artifacts().keySet())
                    .as("artifacts of %s", record.task())
                    .isEqualTo(expected.artifacts().keySet());
            if (record.status() != TaskStatus.CAUGHT) { // a stack trace may differ
                assertThat(values(record)).as("artifacts of %s", record.task()).isEqualTo(values(expected));
            }
            assertThat(record.parents()).isEqualTo(expected.parents());
            assertThat(record.next()).isEqualTo(expected.next());
            assertThat(record.fork()).isEqualTo(expected.fork());
            TaskOrigin origin = record.origin();
            if (origin != null) {
                TaskRecord there =
                        datastore.runs().task(origin.run(), origin.task()).orElseThrow();
                assertThat(there.origin()).isNull();
                assertThat(there.startedAt()).isEqualTo(record.startedAt());
            }
        }
        assertThat(executed).doesNotHaveDuplicates();
        Set<String> expectedToRun = new HashSet<>();
        straight.keySet().stream()
                .filter(task -> !reused.contains(task))
                .forEach(task -> expectedToRun.add(task.toString()));
        assertThat(expectedToRun).containsAll(executed);
        if (succeeded) {
            assertThat(taken(left)).isEqualTo(reused);
            assertThat(executed).containsExactlyInAnyOrderElementsOf(expectedToRun);
        }
    }

    /** Those that do not tell of stack traces. */
    private static Map<String, ArtifactRef> values(TaskRecord record) {
        Map<String, ArtifactRef> values = new HashMap<>(record.artifacts());
        values.remove("failure");
        return values;
    }

    /** Which tasks of a straight run may be taken over from another run: by what is written in the two runs, all at once. */
    private static final class Model {
        private final ListFlow flow;
        private final Map<TaskId, TaskRecord> straight;
        private final Map<TaskId, TaskRecord> before;
        private final Given givenBefore;
        private final Given given;
        private final Map<TaskId, TaskId> reused = new HashMap<>();

        Model(
                ListFlow flow,
                Map<TaskId, TaskRecord> straight,
                Map<TaskId, TaskRecord> before,
                Given givenBefore,
                Given given) {
            this.flow = flow;
            this.straight = straight;
            this.before = before;
            this.givenBefore = givenBefore;
            this.given = given;
            for (TaskRecord task : straight.values()) { // parents come before those that follow them
                TaskId then = then(task);
                if (then != null && before.containsKey(then) && isSame(task, before.get(then))) {
                    reused.put(task.task(), then);
                }
            }
        }

        Set<TaskId> reused() {
            return reused.keySet();
        }

        /** How many are in branches of foreaches that were opened again. */
        int againOpened() {
            return (int) reused.keySet().stream()
                    .filter(task -> opener(task) != null)
                    .count();
        }

        /** Those that are known to be taken over once these tasks have finished. */
        Set<TaskId> known(Set<TaskId> finished) {
            Set<TaskId> known = new HashSet<>(reused.keySet());
            known.removeIf(task -> opener(task) != null && !finished.contains(opener(task)));
            return known;
        }

        private List<TaskId> openers(TaskId task) {
            List<TaskId> openers = new ArrayList<>();
            if (!task.position().isEmpty()) {
                openers.add(TaskId.of("open"));
            }
            if (task.position().size() > 1) {
                openers.add(new TaskId(
                        Objects.requireNonNull(flow.innerOpener(task.step())),
                        task.position().subList(0, 1)));
            }
            return openers;
        }

        /** The innermost foreach around a task that was opened again; null if there is none. */
        private TaskId opener(TaskId task) {
            List<TaskId> openers = openers(task);
            for (int level = openers.size() - 1; level >= 0; level--) {
                if (!reused.containsKey(openers.get(level))) {
                    return openers.get(level);
                }
            }
            return null;
        }

        /** Where a task was; null if it is in the branch of an element that was not there. */
        private TaskId then(TaskRecord task) {
            List<Coordinate> position = new ArrayList<>();
            List<TaskId> openers = openers(task.task());
            for (int level = 0; level < openers.size(); level++) {
                int index = task.task().position().get(level).value();
                int then = reused.containsKey(openers.get(level)) ? index : then(openers.get(level), position, index);
                if (then < 0) {
                    return null;
                }
                position.add(new Index(then));
            }
            return new TaskId(task.task().step(), position);
        }

        private int then(TaskId opener, List<Coordinate> positionThen, int index) {
            TaskRecord openedThen = before.get(new TaskId(opener.step(), positionThen));
            if (openedThen == null) {
                return -1;
            }
            List<Integer> now = elements(opener, given);
            List<Integer> then = elements(openedThen.task(), givenBefore);
            Place place = flow.reads.entrySet().stream()
                    .filter(step -> isInBranchOf(opener.step(), step.getKey()))
                    .map(step -> step.getValue().place())
                    .max(Comparable::compareTo)
                    .orElseThrow();
            if (place == Place.STACK && now.size() != then.size()) {
                return -1;
            } else if (place != Place.UNREAD) {
                return index < then.size() && now.get(index).equals(then.get(index)) ? index : -1;
            }
            int occurrence = Collections.frequency(now.subList(0, index), now.get(index));
            for (int i = 0; i < then.size(); i++) {
                if (then.get(i).equals(now.get(index)) && occurrence-- == 0) {
                    return i;
                }
            }
            return -1;
        }

        private List<Integer> elements(TaskId opener, Given ofRun) {
            List<Integer> outer = flow.outer(ofRun.items());
            return opener.position().isEmpty()
                    ? outer
                    : ListFlow.inner(
                            outer.get(opener.position().get(0).value()),
                            ofRun.versions().getOrDefault(opener.step(), 0));
        }

        private boolean isInBranchOf(String opener, String step) {
            return opener.equals("open")
                    ? !Set.of("start", "open", "join", "end").contains(step)
                    : opener.equals(flow.innerOpener(step));
        }

        private boolean isSame(TaskRecord task, TaskRecord then) {
            String name = task.task().step();
            StepDefinition step = flow.definition().step(name);
            Set<String> reads = flow.reads.get(name).artifacts();
            boolean sameCode = given.versions()
                    .getOrDefault(name, 0)
                    .equals(givenBefore.versions().getOrDefault(name, 0));
            boolean sameList = given.items().equals(givenBefore.items());
            boolean sameNumber = given.items().size() == givenBefore.items().size();
            boolean readsChanged = reads.contains("items") && !sameList
                    || name.equals("open") && flow.overParameter && flow.outer().equals("items") && !sameList
                    || reads.contains("number") && !sameNumber
                    || reads.contains("salt") && given.salt() != givenBefore.salt();
            return sameCode && !readsChanged && sameParents(task, then) && sameInputs(step, task, then);
        }

        private boolean sameParents(TaskRecord task, TaskRecord then) {
            TaskId opener = opener(task.task());
            List<TaskId> parents = new ArrayList<>();
            for (TaskId parent : arriving(task, straight)) {
                if (parent.equals(opener)) {
                    parents.add(then.parents().get(0)); // where a task was says whether the element was there
                } else if (!reused.containsKey(parent)) {
                    return false;
                } else {
                    parents.add(reused.get(parent));
                }
            }
            return parents.equals(arriving(then, before));
        }

        /** What a join gets comes from the branches as a whole; all else has what its parent left. */
        private boolean sameInputs(StepDefinition step, TaskRecord task, TaskRecord then) {
            TaskId opener = opener(task.task());
            if (opener == null) {
                return true;
            } else if (step.joins()) {
                List<Coordinate> position =
                        then.task().position().subList(0, opener.position().size());
                return straight.get(opener)
                        .artifacts()
                        .equals(before.get(new TaskId(opener.step(), position)).artifacts());
            }
            Map<String, ArtifactRef> inputs =
                    straight.get(task.parents().get(0)).artifacts();
            Map<String, ArtifactRef> inputsThen =
                    before.get(then.parents().get(0)).artifacts();
            Set<String> read = new HashSet<>(flow.reads.get(step.name()).artifacts());
            if (!step.access().mustAssign().contains("way") && step.transition().dependsOn("way")) {
                read.add("way");
            }
            if (then.status() == TaskStatus.CAUGHT) {
                read.addAll(step.access().mustAssign());
            }
            return read.stream().allMatch(artifact -> Objects.equals(inputs.get(artifact), inputsThen.get(artifact)));
        }

        /** All tasks that lead to a task. */
        private static List<TaskId> arriving(TaskRecord record, Map<TaskId, TaskRecord> run) {
            List<TaskId> parents = new ArrayList<>(record.parents());
            boolean joinsForeach = record.parents().size() == 1
                    && run.get(record.parents().get(0)).fork() != null
                    && record.parents().get(0).position().equals(record.task().position());
            if (joinsForeach) {
                run.values().stream()
                        .filter(other -> other.next().contains(record.task().step())
                                && other.task()
                                        .isWithin(
                                                other.task().step(),
                                                record.task().position()))
                        .map(TaskRecord::task)
                        .sorted()
                        .forEach(parents::add);
            }
            return parents;
        }
    }
}
