package dev.cairn.engine.resume;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Elements;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.values.ArtifactLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a walk over a new run says of the tasks that it takes over, and in which order. */
class ReuseWalkTest {
    private static final RunId BEFORE = new RunId("20261122T101112131-k3f9x2dq");
    private static final RunId NOW = new RunId("20261123T211357042-k3f9x2dq");
    private static final Instant AT = Instant.parse("2026-11-22T10:11:12Z");

    private final Datastore datastore = Datastore.inMemory();
    private final Address items = datastore.blobs().put(new byte[] {1, 2, 3}).address();
    private final Map<TaskId, TaskRecord> before = new HashMap<>();
    private final Map<TaskId, TaskRecord> clones = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        datastore.close();
    }

    private static TestFlow<Numbers> flow(StepDefinition... steps) {
        TestFlow.Builder<Numbers> builder = Numbers.flow("Walk");
        for (StepDefinition step : steps) {
            builder.step(step, (flow, task) -> {});
        }
        return builder.build();
    }

    private static StepDefinition each(String name, String join, String next) {
        return foreach(name, join, "count", Items.range(), next);
    }

    /** A foreach whose branches have two steps. */
    private static TestFlow<Numbers> twoSteps() {
        return flow(
                each("start", "join", "work"),
                linear("work", "more"),
                linear("more", "join"),
                linear("join", "end").join(),
                end("end"));
    }

    /** A foreach whose branches have one step. */
    private static TestFlow<Numbers> oneStep() {
        return flow(
                each("start", "join", "work"),
                linear("work", "join"),
                end("join").join());
    }

    /** A whole run was there before, in which each foreach had so many elements, and each switch took its first way for so long. */
    private void ran(TestFlow<Numbers> flow, int elements, int rounds) {
        FlowPlan plan = FlowPlan.of(flow);
        Schedule schedule = new Schedule(plan, BEFORE);
        for (TaskUnit unit = schedule.poll(); unit != null; unit = schedule.poll()) {
            TaskRecord record = record(flow, plan, unit, elements, rounds);
            before.put(unit.task(), record);
            schedule.tell(TaskFact.of(record));
        }
        assertThat(schedule.succeeded()).isTrue();
    }

    private TaskRecord record(TestFlow<Numbers> flow, FlowPlan plan, TaskUnit unit, int elements, int rounds) {
        GraphStep step = plan.step(unit.task().step());
        List<String> next = step.next();
        if (step.chooses()) {
            List<TaskId.Coordinate> position = unit.task().position();
            next = List.of(next.get(position.get(position.size() - 1).value() < rounds ? 0 : 1));
        }
        boolean opens = flow.step(step.name()).transition() instanceof Transition.Foreach;
        return TaskRecord.builder(BEFORE, unit.task(), 0, TaskStatus.SUCCEEDED, AT, AT.plusSeconds(1))
                .parents(unit.parents())
                .next(next)
                .fork(opens ? new ForkRecord("count", elements, items) : null)
                .build();
    }

    /** These had not finished. */
    private void unfinished(String... tasks) {
        for (String task : tasks) {
            assertThat(before.remove(TaskId.parse(task))).as(task).isNotNull();
        }
    }

    /** What is told, a text each. */
    private final class Listening implements ReuseWalk.Listener {
        @Override
        public void reused(TaskRecord clone) {
            clones.put(clone.task(), clone);
            told.add("reused " + clone.task());
        }

        @Override
        public void ended(TaskFact fact) {
            String how = fact.ending() instanceof FannedOut fork
                    ? fork.count() + " elements"
                    : String.join(",", ((Finished) fact.ending()).next());
            told.add("ended " + fact.task() + " -> " + how);
        }

        @Override
        public void ended(Elements elements) {
            told.add("all of " + elements.opener() + " from " + elements.from() + " to " + elements.to());
        }
    }

    /** Walks, and returns the lines of the steps of which a task was looked at. */
    private List<String> walk(TestFlow<Numbers> flow) throws InterruptedException {
        FlowGraph graph = FlowGraph.of(flow);
        FlowPlan plan = new FlowPlan(graph, Map.of());
        StepFingerprints code = step -> Optional.of("2:61:" + step);
        RunRecord origin = RunRecord.builder(BEFORE, "Walk", Numbers.class.getName(), AT)
                .fingerprints(StepCode.store(flow, code))
                .build();
        StepRules rules = new StepRules(
                new StepRules.Basis(
                        flow,
                        graph,
                        graph,
                        origin.fingerprints(),
                        code,
                        new CodeChanges(new StoredCode(datastore, BEFORE), code),
                        Map.of(),
                        false),
                ResumeOptions.NONE);
        Reuse reuse = new Reuse(
                flow,
                plan.structure(),
                new PresentBlobs(datastore.blobs()),
                origin,
                rules,
                new Routing(flow, graph, graph, Map.of(), new ArtifactLoader(datastore)),
                false,
                task -> Optional.ofNullable(before.get(task)),
                new FirstCatch(flow, datastore, AT));
        ReuseReport report = new ReuseReport(new ExpectedTasks(graph, plan.structure()));
        new ReuseWalk(plan, NOW, reuse, report, new Listening()).toTheEnd();
        return report.linesOfDecided(
                flow.steps().stream().map(StepDefinition::name).toList());
    }

    @Test
    void singleTasksAreToldOneAfterTheOther() throws InterruptedException {
        TestFlow<Numbers> flow = flow(linear("start", "middle"), linear("middle", "end"), end("end"));
        ran(flow, 0, 0);

        assertThat(walk(flow)).containsExactly("start: 1 task reused", "middle: 1 task reused", "end: 1 task reused");
        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> middle",
                        "reused middle",
                        "ended middle -> end",
                        "reused end",
                        "ended end -> ");
    }

    @Test
    void behindATaskThatRunsNothingIsLookedAt() throws InterruptedException {
        TestFlow<Numbers> flow = flow(linear("start", "middle"), linear("middle", "end"), end("end"));
        ran(flow, 0, 0);
        unfinished("middle");

        assertThat(walk(flow)).containsExactly("start: 1 task reused", "middle: runs again: not finished");
        assertThat(told).containsExactly("reused start", "ended start -> middle");
    }

    @Test
    void elementsOfWhichAllIsReusedAreToldTogether() throws InterruptedException {
        ran(twoSteps(), 3, 0);

        assertThat(walk(twoSteps()))
                .containsExactly(
                        "start: 1 task reused",
                        "work: 3 tasks reused",
                        "more: 3 tasks reused",
                        "join: 1 task reused",
                        "end: 1 task reused");
        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> 3 elements",
                        "reused work/0",
                        "reused more/0",
                        "reused work/1",
                        "reused more/1",
                        "reused work/2",
                        "reused more/2",
                        "all of start from 0 to 3",
                        "reused join",
                        "ended join -> end",
                        "reused end",
                        "ended end -> ");
    }

    @Test
    void theirRecordsAreThoseOfTheNewRunAndNameWhereTheyComeFrom() throws InterruptedException {
        ran(twoSteps(), 2, 0);

        walk(twoSteps());

        assertThat(clones.get(TaskId.parse("more/1")))
                .isEqualTo(
                        TaskRecord.builder(NOW, TaskId.parse("more/1"), 0, TaskStatus.SUCCEEDED, AT, AT.plusSeconds(1))
                                .parents(List.of(TaskId.parse("work/1")))
                                .next(List.of("join"))
                                .origin(new TaskOrigin(BEFORE, TaskId.parse("more/1"), 0))
                                .build());
        assertThat(clones.get(TaskId.parse("work/1")).parents()).containsExactly(TaskId.of("start"));
        assertThat(clones.get(TaskId.of("join")).parents()).containsExactly(TaskId.of("start"));
    }

    @Test
    void anElementThatRunsCutsTheRange() throws InterruptedException {
        ran(oneStep(), 5, 0);
        unfinished("work/2");

        assertThat(walk(oneStep()))
                .containsExactly("start: 1 task reused", "work: 4 of 5 tasks reused, 1 runs: not finished");
        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> 5 elements",
                        "reused work/0",
                        "reused work/1",
                        "all of start from 0 to 2",
                        "reused work/3",
                        "reused work/4",
                        "all of start from 3 to 5");
    }

    @Test
    void noRangeIsEmpty() throws InterruptedException {
        ran(oneStep(), 6, 0);
        unfinished("work/0", "work/2", "work/3", "work/5");

        walk(oneStep());

        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> 6 elements",
                        "reused work/1",
                        "all of start from 1 to 2",
                        "reused work/4",
                        "all of start from 4 to 5");
    }

    @Test
    void ofAnElementThatRunsLaterWhatItHasDoneIsToldByItself() throws InterruptedException {
        TestFlow<Numbers> flow = flow(
                each("start", "join", "first"),
                linear("first", "second"),
                linear("second", "third"),
                linear("third", "join"),
                end("join").join());
        ran(flow, 4, 0);
        unfinished("third/1", "first/2");

        assertThat(walk(flow))
                .containsExactly(
                        "start: 1 task reused",
                        "first: 3 of 4 tasks reused, 1 runs: not finished",
                        "second: 3 of 4 tasks reused, 1 runs: a step before it runs",
                        "third: 2 of 4 tasks reused, 2 run: not finished (1), a step before it runs (1)");
        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> 4 elements",
                        "reused first/0",
                        "reused second/0",
                        "reused third/0",
                        "reused first/1",
                        "reused second/1",
                        "ended first/1 -> second",
                        "ended second/1 -> third",
                        "all of start from 0 to 1",
                        "reused first/3",
                        "reused second/3",
                        "reused third/3",
                        "all of start from 3 to 4");
    }

    @Test
    void manyElementsAreToldInRangesThatMeet() throws InterruptedException {
        ran(oneStep(), 2500, 0);
        unfinished("work/1500");

        walk(oneStep());

        assertThat(told.stream().filter(line -> line.startsWith("all of ")))
                .containsExactly(
                        "all of start from 0 to 1024",
                        "all of start from 1024 to 1500",
                        "all of start from 1501 to 2048",
                        "all of start from 2048 to 2500");
        assertThat(told.stream().filter(line -> line.startsWith("reused work/")))
                .containsExactlyElementsOf(IntStream.range(0, 2500)
                        .filter(element -> element != 1500)
                        .mapToObj(element -> "reused work/" + element)
                        .toList());
        assertThat(told).hasSize(2 + 2499 + 4);
    }

    @Test
    void aForeachWithoutElementsIsFollowedByItsJoin() throws InterruptedException {
        ran(oneStep(), 0, 0);

        walk(oneStep());

        assertThat(told).containsExactly("reused start", "ended start -> 0 elements", "reused join", "ended join -> ");
    }

    @Test
    void branchesThatSplitAreToldTaskByTask() throws InterruptedException {
        TestFlow<Numbers> flow = flow(
                each("start", "join", "work"),
                split("work", "both", "left", "right"),
                linear("left", "both"),
                linear("right", "both"),
                linear("both", "join").join(),
                end("join").join());
        ran(flow, 2, 0);
        unfinished("right/1");

        walk(flow);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "reused start",
                        "ended start -> 2 elements",
                        "reused work/0",
                        "ended work/0 -> left,right",
                        "reused left/0",
                        "ended left/0 -> both",
                        "reused right/0",
                        "ended right/0 -> both",
                        "reused both/0",
                        "ended both/0 -> join",
                        "reused work/1",
                        "ended work/1 -> left,right",
                        "reused left/1",
                        "ended left/1 -> both");
    }

    @Test
    void branchesThatChooseAreToldTaskByTask() throws InterruptedException {
        TestFlow<Numbers> flow = flow(
                each("start", "join", "look"),
                switchOn("look", "text").when("small", "little").otherwise("large"),
                linear("little", "join"),
                linear("large", "join"),
                end("join").join());
        ran(flow, 2, 1);

        walk(flow);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "reused start",
                        "ended start -> 2 elements",
                        "reused look/0",
                        "ended look/0 -> little",
                        "reused little/0",
                        "ended little/0 -> join",
                        "reused look/1",
                        "ended look/1 -> large",
                        "reused large/1",
                        "ended large/1 -> join",
                        "reused join",
                        "ended join -> ");
    }

    @Test
    void loopsInBranchesAreToldTaskByTask() throws InterruptedException {
        TestFlow<Numbers> flow = flow(
                each("start", "join", "body"),
                linear("body", "check"),
                switchOn("check", "text").when("again", "body").otherwise("last"),
                linear("last", "join"),
                end("join").join());
        ran(flow, 1, 1);

        walk(flow);

        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> 1 elements",
                        "reused body/0#0",
                        "ended body/0#0 -> check",
                        "reused check/0#0",
                        "ended check/0#0 -> body",
                        "reused body/0#1",
                        "ended body/0#1 -> check",
                        "reused check/0#1",
                        "ended check/0#1 -> last",
                        "reused last/0",
                        "ended last/0 -> join",
                        "reused join",
                        "ended join -> ");
    }

    /** Those of the outer one are not chains; those of the inner one are. */
    @Test
    void ofAForeachInAForeachTheInnerElementsAreToldTogether() throws InterruptedException {
        TestFlow<Numbers> flow = flow(
                each("start", "join", "outer"),
                each("outer", "gather", "work"),
                linear("work", "gather"),
                linear("gather", "join").join(),
                end("join").join());
        ran(flow, 2, 0);
        unfinished("work/1/0");

        walk(flow);

        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> 2 elements",
                        "reused outer/0",
                        "ended outer/0 -> 2 elements",
                        "reused work/0/0",
                        "reused work/0/1",
                        "all of outer/0 from 0 to 2",
                        "reused gather/0",
                        "ended gather/0 -> join",
                        "reused outer/1",
                        "ended outer/1 -> 2 elements",
                        "reused work/1/1",
                        "all of outer/1 from 1 to 2");
    }

    @Test
    void aForeachInABranchOfASplitIsToldTogetherToo() throws InterruptedException {
        TestFlow<Numbers> flow = flow(
                split("start", "join", "many", "one"),
                each("many", "gather", "work"),
                linear("work", "gather"),
                linear("gather", "join").join(),
                linear("one", "join"),
                end("join").join());
        ran(flow, 3, 0);
        unfinished("one");

        walk(flow);

        assertThat(told)
                .containsExactly(
                        "reused start",
                        "ended start -> many,one",
                        "reused many",
                        "ended many -> 3 elements",
                        "reused work/0",
                        "reused work/1",
                        "reused work/2",
                        "all of many from 0 to 3",
                        "reused gather",
                        "ended gather -> join");
    }
}
