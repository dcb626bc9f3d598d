package dev.cairn.runtime.graph;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.graph.ParentTasks.Answer;
import dev.cairn.runtime.graph.ParentTasks.Awaited;
import dev.cairn.runtime.graph.ParentTasks.Found;
import dev.cairn.runtime.graph.ParentTasks.Never;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parents of a task are found by its id; where there are none, a sentence says why. */
class ParentTasksTest {
    private final FlowDefinition<Numbers> flow = Numbers.flow("Parents")
            .step(split("start", "meet", "left", "meet"), (each, task) -> {})
            .step(linear("left", "check"), (each, task) -> {})
            .step(switchOn("check", "text").when("again", "left").otherwise("meet"), (each, task) -> {})
            .step(foreach("meet", "join", "count", Items.range(), "look").join(), (each, task) -> {})
            .step(switchOn("look", "text").when("even", "half").otherwise("join"), (each, task) -> {})
            .step(linear("half", "join"), (each, task) -> {})
            .step(end("join").join(), (each, task) -> {})
            .build();

    private final Records records = new Records();
    private final ParentTasks parents = new ParentTasks(new FlowStructure(FlowGraph.of(flow)), records);

    @Test
    void theFirstTaskHasNone() {
        assertThat(of("start")).isEqualTo(found());
    }

    @Test
    void aLoopBeginsAfterWhatLedToItAndGoesOnAfterTheRoundBefore() {
        assertThat(of("left#0")).isEqualTo(new Awaited("no task of step `start` that leads to it has finished"));
        records.add("start", "left", "meet");
        assertThat(of("left#0")).isEqualTo(found("start"));
        assertThat(of("left#1")).isEqualTo(new Awaited("no task of step `check` that leads to it has finished"));
        records.add("left#0", "check");
        assertThat(of("check#0")).isEqualTo(found("left#0"));
        records.add("check#0", "left");
        assertThat(of("left#1")).isEqualTo(found("check#0"));
    }

    @Test
    void aRoundThatTheLoopDidNotReachWillNeverCome() {
        records.add("start", "left", "meet");
        records.add("left#0", "check");
        records.add("check#0", "meet");

        assertThat(of("left#1"))
                .isEqualTo(new Never("no path of this run leads to task `left#1`: step `start` leads to another"
                        + " iteration; `check#0` selected meet"));
    }

    @Test
    void aJoinHasTheLastTaskOfEachBranch() {
        assertThat(of("meet")).isEqualTo(new Awaited("task `start` has not finished"));
        records.add("start", "left", "meet");
        records.add("left#0", "check");
        records.add("check#0", "left");
        assertThat(of("meet")).isEqualTo(new Awaited("the branch that begins with step `left` has not arrived"));
        records.add("left#1", "check");
        records.add("check#1", "meet");

        assertThat(of("meet")).isEqualTo(found("check#1", "start"));
    }

    @Test
    void anElementStartsWithWhatOpenedItsForeach() {
        records.fork("meet", 2, "look");

        assertThat(of("look/1")).isEqualTo(found("meet"));
        assertThat(of("look/2"))
                .isEqualTo(new Never("no path of this run leads to task `look/2`: the foreach of `meet` has 2 elements,"
                        + " counted from 0"));
    }

    @Test
    void theJoinOfAForeachStartsOnceAllElementsHaveArrived() {
        records.fork("meet", 3, "look");
        records.add("look/0", "half");
        records.add("half/0", "join");
        records.add("look/1", "join");
        assertThat(of("join")).isEqualTo(new Awaited("element 2 of the foreach of `meet` has not arrived"));
        records.add("look/2", "half");
        assertThat(of("join")).isEqualTo(new Awaited("element 2 of the foreach of `meet` has not arrived"));
        records.add("half/2", "join");

        assertThat(of("join")).isEqualTo(found("meet"));
    }

    @Test
    void theElementsOfALargeForeachAreReadInOnePass() {
        records.fork("meet", 1000, "look");
        IntStream.range(0, 999).forEach(element -> records.add("look/" + element, "join"));
        assertThat(of("join")).isEqualTo(new Awaited("element 999 of the foreach of `meet` has not arrived"));
        records.add("look/999", "half");
        records.add("half/999", "join");
        records.lookups.set(0);

        assertThat(of("join")).isEqualTo(found("meet"));
        assertThat(records.lookups).hasValueLessThan(5);
    }

    @Test
    void theJoinOfAnEmptyForeachStartsAtOnce() {
        records.fork("meet", 0, "look");

        assertThat(of("join")).isEqualTo(found("meet"));
    }

    @Test
    void aStepThatASwitchDidNotSelectWillNeverCome() {
        records.fork("meet", 1, "look");
        records.add("look/0", "join");

        assertThat(of("half/0"))
                .isEqualTo(new Never("no path of this run leads to task `half/0`: `look/0` selected join"));
    }

    @Test
    void whatTheFlowCannotHaveWillNeverCome() {
        assertThat(of("lok/0")).isEqualTo(new Never("flow Parents has no step `lok`"));
        assertThat(of("look"))
                .isEqualTo(new Never("step `look` has no task `look`, because its tasks have ids such as `look/0`"));
        assertThat(of("left/0"))
                .isEqualTo(new Never("step `left` has no task `left/0`, because its tasks have ids such as `left#0`"));
        assertThat(of("start/0"))
                .isEqualTo(new Never("step `start` has no task `start/0`, because its only task is `start`"));
    }

    @Test
    void parentsThatAreGivenAreChecked() {
        records.add("start", "left", "meet");

        assertThat(of("left#0", "start")).isEqualTo(found("start"));
        assertThat(of("left#0")).isEqualTo(found("start"));
        assertThat(of("left#0", "check#0"))
                .isEqualTo(new Never("the parents of task `left#0` are [start], not [check#0]"));
        assertThat(of("check#0", "left#0"))
                .isEqualTo(new Awaited("no task of step `left` that leads to it has finished"));
    }

    @Test
    void whoGivesTheParentOfTheJoinOfAForeachHasCountedTheElements() {
        assertThat(of("join", "meet")).isEqualTo(new Awaited("task `meet` has not finished"));
        records.fork("meet", 1000, "look");

        assertThat(of("join", "meet")).isEqualTo(found("meet"));
    }

    private Answer of(String task, String... given) {
        return given.length == 0
                ? parents.of(TaskId.parse(task))
                : parents.of(
                        TaskId.parse(task), Stream.of(given).map(TaskId::parse).toList());
    }

    private static Found found(String... parents) {
        return new Found(Stream.of(parents).map(TaskId::parse).toList());
    }

    /** What is stored of the tasks that finished. */
    private static final class Records implements ParentTasks.Lookup {
        private final TreeMap<TaskId, TaskRecord> finished = new TreeMap<>();
        private final AtomicInteger lookups = new AtomicInteger();

        void add(String task, String... next) {
            add(task, null, next);
        }

        void fork(String task, int count, String next) {
            add(task, new ForkRecord("count", count, Address.ofContent(new byte[0])), next);
        }

        private void add(String text, ForkRecord fork, String... next) {
            TaskId task = TaskId.parse(text);
            RunId run = new RunId("20261123T211357042-k3f9x2dq");
            finished.put(
                    task,
                    TaskRecord.builder(run, task, 0, TaskStatus.SUCCEEDED, Instant.EPOCH, Instant.EPOCH)
                            .next(List.of(next))
                            .fork(fork)
                            .build());
        }

        @Override
        public Optional<TaskRecord> find(TaskId task) {
            lookups.incrementAndGet();
            return Optional.ofNullable(finished.get(task));
        }

        @Override
        public Optional<TaskRecord> last(String step, List<Coordinate> position) {
            lookups.incrementAndGet();
            return all(step)
                    .filter(record -> record.task().isWithin(step, position))
                    .reduce((one, other) -> other);
        }

        @Override
        public Stream<TaskRecord> all(String step) {
            return finished.values().stream()
                    .filter(record -> record.task().step().equals(step));
        }
    }
}
