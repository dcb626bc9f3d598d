package dev.cairn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Elements;
import dev.cairn.engine.Schedule.Single;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work is handed out in chains and ranges, and a schedule goes on where another one was. */
class SlicesTest {
    private static final int GRAPHS = Integer.getInteger("schedule.graphs", 400);
    private static final long SEED = Long.getLong("schedule.seed", 0);
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final TaskId START = TaskId.of("start");

    private final FlowPlan plan = FlowPlan.of(Numbers.flow("Ten")
            .step(StepDefinition.foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> {})
            .step(StepDefinition.linear("work", "more"), (flow, task) -> {})
            .step(StepDefinition.linear("more", "join"), (flow, task) -> {})
            .step(StepDefinition.linear("join", "end").join(), (flow, task) -> {})
            .step(StepDefinition.end("end"), (flow, task) -> {})
            .build());

    @Test
    void eachTaskRunsOnceInChainsAndRanges() {
        long tasks = 0;
        long anew = 0;
        for (int i = 0; i < GRAPHS; i++) {
            try {
                SliceDrive drive = new SliceDrive(SEED + i, 1 + i / 10 % 30);
                drive.run();
                tasks += drive.tasks();
                anew += drive.anew();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the flow of seed " + (SEED + i) + ": " + e.getMessage(), e);
            }
        }
        System.out.println(GRAPHS + " flows from seed " + SEED + ", " + tasks + " tasks, " + anew
                + " times a schedule was made anew from its frontier");
        assertThat(anew).isGreaterThan(GRAPHS);
    }

    @Test
    void elementsAreHandedOutTogether() {
        Schedule schedule = tenElements();

        assertThat(schedule.nextElements()).isEqualTo(new Elements(START, 0, 10));
        assertThat(schedule.pollWork(4)).isEqualTo(new Elements(START, 0, 4));
        assertThat(schedule.nextElements()).isEqualTo(new Elements(START, 4, 10));
        assertThat(schedule.pollWork(4)).isEqualTo(new Elements(START, 4, 8));
        schedule.tellArrived(new Elements(START, 0, 2));
        schedule.giveBack(new Elements(START, 2, 4));
        assertThat(schedule.nextElements().size()).isEqualTo(4);
        assertThat(schedule.pollWork(4)).isEqualTo(new Elements(START, 2, 4));
        assertThat(schedule.pollWork(4)).isEqualTo(new Elements(START, 8, 10));
        assertThat(schedule.pollWork(4)).isNull();
        schedule.tellArrived(new Elements(START, 2, 10));
        assertThat(schedule.pollWork(4))
                .isEqualTo(new Single(new TaskUnit("Ten", RUN, TaskId.of("join"), 0, List.of(START))));
    }

    @Test
    void elementsThatWereNotHandedOutAreRefused() {
        Schedule schedule = tenElements();
        schedule.pollWork(4);

        assertThatThrownBy(() -> schedule.tellArrived(new Elements(START, 3, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "elements 3 to 5 of the foreach of task start are not all running. Report each element once.");
        assertThatThrownBy(() -> schedule.giveBack(new Elements(START, 2, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "elements 2 to 5 of the foreach of task start are not all running. Report each element once.");
        assertThatThrownBy(() -> schedule.giveBack(new Elements(TaskId.of("end"), 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task end has no open foreach. Report only elements that the schedule returned.");
    }

    @Test
    void elementsThatEndedElsewhereAreAsIfEachOfTheirTasksWereTold() {
        Schedule together = tenElements();
        Schedule oneByOne = tenElements();
        together.tell(work(2));
        oneByOne.tell(work(2));

        together.tellEnded(new Elements(START, 3, 9));
        for (int element = 3; element < 9; element++) {
            oneByOne.tell(work(element));
            oneByOne.tell(more(element));
        }
        assertThat(together.nextOpener()).isNull(); // what has begun comes first
        assertThat(together.frontier()).isEqualTo(oneByOne.frontier());
        assertThat(together.open(10)).isEqualTo(oneByOne.open(10)).hasSize(4);

        together.tellEnded(new Elements(START, 0, 2));
        together.tellEnded(new Elements(START, 9, 10));
        assertThat(together.tell(work(5))).isEqualTo(Schedule.Answer.LATE);
        assertThat(together.tell(more(2))).isEqualTo(Schedule.Answer.TAKEN);
        assertThat(together.poll()).isEqualTo(new TaskUnit("Ten", RUN, TaskId.of("join"), 0, List.of(START)));
    }

    @Test
    void theJoinThatWasToldEarlyEndsWithTheLastElements() {
        Schedule schedule = tenElements();
        assertThat(schedule.nextOpener()).isEqualTo(START);
        schedule.tell(new TaskFact(TaskId.of("join"), 0, new Finished(List.of("end"), false)));

        schedule.tellEnded(new Elements(START, 0, 10));

        assertThat(schedule.poll().task()).isEqualTo(TaskId.of("end"));
    }

    private static TaskFact work(int element) {
        return new TaskFact(TaskId.parse("work/" + element), 0, new Finished(List.of("more"), false));
    }

    private static TaskFact more(int element) {
        return new TaskFact(TaskId.parse("more/" + element), 0, new Finished(List.of("join"), false));
    }

    @Test
    void elementsThatHaveBegunCannotHaveEndedElsewhere() {
        Schedule schedule = tenElements();
        schedule.tell(work(4));

        assertThatThrownBy(() -> schedule.tellEnded(new Elements(START, 3, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("element 4 of the foreach of task start has begun. Report how each of its tasks ended.");
        assertThatThrownBy(() -> schedule.tellEnded(new Elements(START, 9, 11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("element 10 of the foreach of task start does not exist.");
        assertThat(schedule.open(10)).hasSize(10);
    }

    @Test
    void aChainSkipsWhatIsBetween() {
        Schedule schedule = Schedule.of(plan, RUN, new Elements(START, 3, 4));
        TaskUnit first = schedule.poll();
        assertThat(first).isEqualTo(new TaskUnit("Ten", RUN, TaskId.parse("work/3"), 0, List.of(START)));
        TaskUnit last = new TaskUnit("Ten", RUN, TaskId.parse("more/3"), 0, List.of(first.task()));

        schedule.tellChain(first, last, new TaskFact(last.task(), 0, new Finished(List.of("join"), false)));

        assertThat(schedule.succeeded()).isTrue();
    }

    @Test
    void aChainThatCannotBeOfTheFlowIsRefusedAndChangesNothing() {
        Schedule schedule = Schedule.of(plan, RUN, new Elements(START, 3, 4));
        TaskUnit first = schedule.poll();
        TaskUnit last = new TaskUnit("Ten", RUN, TaskId.parse("more/3"), 0, List.of(first.task()));

        assertThatThrownBy(() -> schedule.tellChain(first, last, finished("more/3", "end")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task more/3 of flow Ten named [end] as next, but the flow names [join]."
                        + " Its run was started by another version of the flow, or its record is damaged.");

        assertThat(schedule.open(10)).containsExactly(first);
        schedule.tellChain(first, last, finished("more/3", "join"));
        assertThat(schedule.succeeded()).isTrue();
    }

    @Test
    void whatAChainSkipsToTakesAPlaceOfItsStep() {
        FlowPlan one = FlowPlan.of(Numbers.flow("One")
                .step(StepDefinition.foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> {})
                .step(StepDefinition.linear("work", "more"), (flow, task) -> {})
                .step(StepDefinition.linear("more", "join").maxParallel(1), (flow, task) -> {})
                .step(StepDefinition.end("join").join(), (flow, task) -> {})
                .build());
        Schedule schedule = Schedule.of(one, RUN, new Elements(START, 0, 3));
        List<TaskUnit> work = schedule.poll(3);
        TaskUnit last = new TaskUnit("One", RUN, TaskId.parse("more/0"), 0, List.of(TaskId.parse("work/0")));

        schedule.tellChain(work.get(0), last, finished("more/0", "join"));
        schedule.tell(finished("work/1", "more"));
        schedule.tell(finished("work/2", "more"));

        assertThat(schedule.poll(3)).extracting(unit -> unit.task().toString()).containsExactly("more/2");
    }

    /** Whoever runs elements one by one does not pay for those before them. */
    @Test
    void elementsFarBehindTakeNothingForThoseBeforeThem() {
        int far = Integer.MAX_VALUE - 2;
        Schedule schedule = Schedule.of(plan, RUN, new Elements(START, far, far + 2));
        TaskUnit first = new TaskUnit("Ten", RUN, TaskId.parse("work/" + far), 0, List.of(START));
        TaskUnit second = new TaskUnit("Ten", RUN, TaskId.parse("work/" + (far + 1)), 0, List.of(START));
        assertThat(schedule.nextElements()).isEqualTo(new Elements(START, far, far + 2));
        assertThat(schedule.poll(3)).containsExactly(first, second);

        for (int element = far; element < far + 2; element++) {
            schedule.tell(finished("work/" + element, "more"));
            schedule.tell(finished("more/" + element, "join"));
        }
        assertThat(schedule.succeeded()).isTrue();
    }

    @Test
    void elementsOfAPartAreThoseFromItsFirstOn() {
        Schedule schedule = Schedule.of(plan, RUN, new Elements(START, 3, 8));
        assertThat(schedule.pollWork(2)).isEqualTo(new Elements(START, 3, 5));
        assertThatThrownBy(() -> schedule.giveBack(new Elements(START, 2, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "elements 2 to 4 of the foreach of task start are not all running. Report each element once.");
        schedule.giveBack(new Elements(START, 4, 5));
        schedule.tellArrived(new Elements(START, 3, 4));

        assertThat(schedule.frontier()).isEqualTo("{start;8;4-7}");
        assertThat(schedule.nextElements()).isEqualTo(new Elements(START, 4, 8));
        schedule.tellEnded(new Elements(START, 4, 8));
        assertThat(schedule.succeeded()).isTrue();
    }

    @Test
    void oneElementRunsUpToTheJoin() {
        Schedule schedule = Schedule.ofElement(plan, RUN, START, 3);

        assertThat(schedule.hasReady()).isTrue();
        assertThat(schedule.poll(3))
                .containsExactly(new TaskUnit("Ten", RUN, TaskId.parse("work/3"), 0, List.of(START)));
        assertThat(schedule.hasReady()).isFalse();
        schedule.tell(finished("work/3", "more"));
        assertThat(schedule.poll(3))
                .containsExactly(new TaskUnit("Ten", RUN, TaskId.parse("more/3"), 0, List.of(TaskId.parse("work/3"))));
        schedule.tell(finished("more/3", "join"));

        assertThat(schedule.poll(3)).isEmpty();
        assertThat(schedule.open(3)).isEmpty();
        assertThat(schedule.succeeded()).isFalse();
    }

    private static TaskFact finished(String task, String next) {
        return new TaskFact(TaskId.parse(task), 0, new Finished(List.of(next), false));
    }

    @Test
    void theFrontierIsShort() {
        Schedule schedule = tenElements();
        schedule.pollWork(2);
        schedule.tellArrived(new Elements(START, 0, 1));

        assertThatThrownBy(schedule::frontier)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("elements of the foreach of task start are running, so it has no frontier yet");

        schedule.giveBack(new Elements(START, 1, 2));
        assertThat(schedule.frontier()).isEqualTo("{start;10;1-9}");
        assertThat(new Schedule(plan, RUN).frontier()).isEqualTo("=start@0<>");
    }

    @Test
    void whatIsNoFrontierIsRefused() {
        assertThatThrownBy(() -> Schedule.at(plan, RUN, null, "{start;10;1-9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`{start;10;1-9` is not the frontier of a run of flow Ten: it is wrong at character 13."
                        + " It comes from another version of the flow, or of Cairn.");
    }

    private Schedule tenElements() {
        Schedule schedule = new Schedule(plan, RUN);
        schedule.poll();
        schedule.tell(new TaskFact(START, 0, new FannedOut(10)));
        return schedule;
    }
}
