package dev.cairn.engine.schedule;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Answer;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may start when. */
class ScheduleTest {
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");

    private static Schedule schedule(StepDefinition... steps) {
        TestFlow.Builder<Numbers> flow = Numbers.flow("Example");
        for (StepDefinition step : steps) {
            flow.step(step, (each, task) -> {});
        }
        return new Schedule(FlowPlan.of(flow.build()), RUN);
    }

    private static Schedule fanOut(StepDefinition work) {
        return schedule(
                foreach("start", "join", "count", Items.range(), "work"),
                work,
                end("join").join());
    }

    private static Answer tell(Schedule schedule, String task, Ending ending) {
        return tell(schedule, task, 0, ending);
    }

    private static Answer tell(Schedule schedule, String task, int attempt, Ending ending) {
        return schedule.tell(new TaskFact(TaskId.parse(task), attempt, ending));
    }

    private static Finished to(String... next) {
        return new Finished(List.of(next), false);
    }

    private static List<String> poll(Schedule schedule) {
        return schedule.poll(100).stream().map(ScheduleTest::text).toList();
    }

    private static String text(TaskUnit unit) {
        return unit.task() + " attempt " + unit.attempt() + " from " + unit.parents();
    }

    @Test
    void aUnitNamesAllThatHasToTravel() {
        Schedule schedule = schedule(end("start"));

        assertThat(schedule.poll()).isEqualTo(new TaskUnit("Example", RUN, TaskId.of("start"), 0, List.of()));
    }

    @Test
    void stepsFollowOneAnother() {
        Schedule schedule = schedule(linear("start", "end"), end("end"));

        assertThat(poll(schedule)).containsExactly("start attempt 0 from []");
        assertThat(poll(schedule)).isEmpty();
        assertThat(tell(schedule, "start", to("end"))).isEqualTo(Answer.TAKEN);
        assertThat(schedule.succeeded()).isFalse();
        assertThat(poll(schedule)).containsExactly("end attempt 0 from [start]");
        assertThat(tell(schedule, "end", to())).isEqualTo(Answer.TAKEN);
        assertThat(schedule.succeeded()).isTrue();
        assertThat(poll(schedule)).isEmpty();
    }

    @Test
    void joinStartsWithItsBranchesInTheirOrder() {
        Schedule schedule = schedule(
                split("start", "join", "a", "join", "b"),
                linear("a", "join"),
                linear("b", "more"),
                linear("more", "join"),
                end("join").join());
        tell(schedule, "start", to("a", "join", "b"));

        assertThat(poll(schedule)).containsExactly("a attempt 0 from [start]", "b attempt 0 from [start]");
        tell(schedule, "b", to("more"));
        tell(schedule, "more", to("join"));
        assertThat(poll(schedule)).isEmpty();
        tell(schedule, "a", to("join"));
        assertThat(poll(schedule)).containsExactly("join attempt 0 from [a, start, more]");
    }

    @Test
    void withoutElementsTheJoinStartsAtOnce() {
        Schedule schedule = fanOut(linear("work", "join"));

        tell(schedule, "start", new FannedOut(0));

        assertThat(poll(schedule)).containsExactly("join attempt 0 from [start]");
        assertThat(tell(schedule, "work/0", to("join"))).isEqualTo(Answer.LATE);
    }

    @Test
    @Timeout(10)
    void elementsAreMadeAsTheyAreAskedFor() {
        Schedule schedule = fanOut(linear("work", "join"));
        tell(schedule, "start", new FannedOut(Integer.MAX_VALUE));

        assertThat(schedule.poll(2))
                .extracting(TaskUnit::task)
                .containsExactly(TaskId.parse("work/0"), TaskId.parse("work/1"));
        assertThat(tell(schedule, "work/2000000", to("join"))).isEqualTo(Answer.TAKEN);
        assertThat(tell(schedule, "work/2", to("join"))).isEqualTo(Answer.TAKEN);
        assertThat(schedule.poll(2))
                .extracting(TaskUnit::task)
                .containsExactly(TaskId.parse("work/3"), TaskId.parse("work/4"));
        assertThat(schedule.poll(0)).isEmpty();
        assertThat(schedule.open(1_000)).hasSize(1_000);
    }

    @Test
    void whatWasBegunComesBeforeWhatWasNot() {
        Schedule schedule = schedule(
                foreach("start", "join", "count", Items.range(), "work"),
                linear("work", "more"),
                linear("more", "join"),
                end("join").join());
        tell(schedule, "start", new FannedOut(3));
        assertThat(schedule.poll().task()).isEqualTo(TaskId.parse("work/0"));

        tell(schedule, "work/0", to("more"));

        assertThat(poll(schedule))
                .containsExactly(
                        "more/0 attempt 0 from [work/0]",
                        "work/1 attempt 0 from [start]",
                        "work/2 attempt 0 from [start]");
    }

    @Test
    void stepHasNoMoreTasksAtOnceThanItMay() {
        Schedule schedule = fanOut(linear("work", "join").maxParallel(2));
        tell(schedule, "start", new FannedOut(5));

        assertThat(poll(schedule)).containsExactly("work/0 attempt 0 from [start]", "work/1 attempt 0 from [start]");
        tell(schedule, "work/1", to("join"));
        assertThat(poll(schedule)).containsExactly("work/2 attempt 0 from [start]");
        tell(schedule, "work/3", to("join")); // of which nobody here knew that it ran
        assertThat(poll(schedule)).isEmpty();
        tell(schedule, "work/0", to("join"));
        tell(schedule, "work/2", to("join"));
        assertThat(poll(schedule)).containsExactly("work/4 attempt 0 from [start]");
    }

    /** Two foreaches of the same steps, inside another one, and one place for their tasks. */
    @Test
    void branchesTakeTurnsWhereAStepMayHaveFewTasksAtOnce() {
        Schedule schedule = schedule(
                foreach("start", "join", "count", Items.range(), "fan"),
                foreach("fan", "gather", "inner", Items.range(), "work"),
                linear("work", "gather").maxParallel(1),
                linear("gather", "join").join(),
                end("join").join());
        tell(schedule, "start", new FannedOut(2));
        poll(schedule);
        tell(schedule, "fan/0", new FannedOut(3));
        tell(schedule, "fan/1", new FannedOut(3));

        List<String> order = new ArrayList<>();
        while (order.size() < 8) {
            for (TaskUnit unit : schedule.poll(100)) {
                String task = unit.task().toString();
                order.add(task);
                tell(schedule, task, to(task.startsWith("work") ? "gather" : "join"));
            }
        }

        assertThat(order.stream().filter(task -> task.startsWith("work")))
                .as("from the second one on, neither waits for two of the other")
                .containsExactly("work/1/0", "work/1/1", "work/0/0", "work/1/2", "work/0/1", "work/0/2");
    }

    @Test
    void switchTakesOneOfItsPaths() {
        Schedule schedule = schedule(
                switchOn("start", "text").when("a", "left").otherwise("end"), linear("left", "end"), end("end"));

        tell(schedule, "start", to("end"));

        assertThat(poll(schedule)).containsExactly("end attempt 0 from [start]");
    }

    @Test
    void loopCountsItsIterations() {
        Schedule schedule = schedule(
                linear("start", "body"),
                switchOn("body", "text").when("on", "body").otherwise("end"),
                end("end"));
        tell(schedule, "start", to("body"));
        tell(schedule, "body#0", to("body"));

        assertThat(poll(schedule)).containsExactly("body#1 attempt 0 from [body#0]");
        assertThat(tell(schedule, "body#0", to("body"))).isEqualTo(Answer.LATE);
        assertThat(tell(schedule, "body#2", to("end"))).isEqualTo(Answer.EARLY);
        assertThat(tell(schedule, "body#1", to("body"))).isEqualTo(Answer.TAKEN);
        assertThat(poll(schedule)).containsExactly("end attempt 0 from [body#2]");
    }

    @Test
    void failedTaskIsTriedAgainAfterItsDelay() {
        Retries retries = Retries.of(2).delay(Duration.ofSeconds(3)).backoff(2);
        Schedule schedule = schedule(end("start").retry(retries));
        poll(schedule);

        tell(schedule, "start", new Failed(true));

        assertThat(poll(schedule)).isEmpty();
        Schedule.Wait wait = schedule.pollWait();
        assertThat(text(wait.unit())).isEqualTo("start attempt 1 from []");
        assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(schedule.pollWait()).isNull();
        schedule.waitOver(wait.unit());
        schedule.waitOver(wait.unit());
        assertThat(poll(schedule)).containsExactly("start attempt 1 from []");
        tell(schedule, "start", 1, new Failed(true));
        assertThat(schedule.pollWait().delay()).isEqualTo(Duration.ofSeconds(6));
        schedule.waitOver(wait.unit()); // that of the attempt before
        assertThat(poll(schedule)).isEmpty();
        assertThat(schedule.failed()).isFalse();
    }

    @Test
    void withoutDelayItIsTriedAgainAtOnce() {
        Schedule schedule = schedule(end("start").retry(Retries.of(1)));

        tell(schedule, "start", new Failed(true));

        assertThat(schedule.pollWait()).isNull();
        assertThat(poll(schedule)).containsExactly("start attempt 1 from []");
    }

    @Test
    void nothingStartsAfterAFailureThatIsFinal() {
        Retries retries = Retries.of(1).delay(Duration.ofSeconds(3));
        Schedule schedule = fanOut(linear("work", "join").retry(retries));
        tell(schedule, "start", new FannedOut(4));
        schedule.poll(2);
        tell(schedule, "work/0", new Failed(true));

        tell(schedule, "work/1", new Failed(false));

        assertThat(schedule.failed()).isTrue();
        assertThat(schedule.failures()).containsExactly(TaskId.parse("work/1"));
        assertThat(schedule.hasReady()).isFalse();
        assertThat(poll(schedule)).isEmpty();
        assertThat(schedule.pollWait()).isNull();
        assertThat(schedule.succeeded()).isFalse();
        assertThat(tell(schedule, "work/1", 1, to("join"))).isEqualTo(Answer.LATE);
        assertThat(tell(schedule, "work/0", 1, to("join"))).isEqualTo(Answer.TAKEN);
    }

    @Test
    void laterAttemptTellsThatThoseBeforeAreOver() {
        Schedule schedule = schedule(linear("start", "end").retry(Retries.of(3)), end("end"));

        assertThat(tell(schedule, "start", 2, new Failed(true))).isEqualTo(Answer.TAKEN);
        assertThat(tell(schedule, "start", 0, new Failed(true))).isEqualTo(Answer.LATE);
        assertThat(poll(schedule)).containsExactly("start attempt 3 from []");
        assertThat(tell(schedule, "start", 3, to("end"))).isEqualTo(Answer.TAKEN);
        assertThat(tell(schedule, "start", 1, new Failed(true))).isEqualTo(Answer.LATE);
        assertThat(tell(schedule, "start", 3, to("end"))).isEqualTo(Answer.LATE);
        assertThat(poll(schedule)).containsExactly("end attempt 0 from [start]");
    }

    @Test
    void earlyFactsAreKeptUntilTheyAreDue() {
        Schedule schedule = schedule(
                foreach("start", "join", "count", Items.range(), "work"),
                linear("work", "more").retry(Retries.of(1)),
                linear("more", "join"),
                end("join").join());

        assertThat(tell(schedule, "join", to())).isEqualTo(Answer.EARLY);
        assertThat(tell(schedule, "more/1", to("join"))).isEqualTo(Answer.EARLY);
        assertThat(tell(schedule, "more/0", to("join"))).isEqualTo(Answer.EARLY);
        assertThat(tell(schedule, "work/1", 1, to("more"))).isEqualTo(Answer.EARLY);
        assertThat(tell(schedule, "work/1", new Failed(true))).isEqualTo(Answer.EARLY);
        assertThat(schedule.early()).extracting(TaskId::toString).containsExactly("join", "more/0", "more/1", "work/1");
        assertThat(tell(schedule, "start", new FannedOut(2))).isEqualTo(Answer.TAKEN);
        assertThat(schedule.early()).extracting(TaskId::toString).containsExactly("join", "more/0");
        assertThat(poll(schedule)).containsExactly("work/0 attempt 0 from [start]");
        tell(schedule, "work/0", to("more"));
        assertThat(schedule.succeeded()).isTrue();
        assertThat(schedule.early()).isEmpty();
    }

    @Test
    void openAttemptsAreThoseWhoseEndIsNotKnown() {
        Retries retries = Retries.of(1).delay(Duration.ofSeconds(3));
        Schedule schedule = fanOut(linear("work", "join").retry(retries));
        tell(schedule, "start", new FannedOut(4));
        schedule.poll(2);
        tell(schedule, "work/0", new Failed(true));
        tell(schedule, "work/2", to("join"));

        assertThat(schedule.open(100))
                .extracting(ScheduleTest::text)
                .containsExactlyInAnyOrder(
                        "work/0 attempt 1 from [start]",
                        "work/1 attempt 0 from [start]",
                        "work/3 attempt 0 from [start]");
    }

    @Test
    void factsThatCannotBeOfTheFlowAreRefused() {
        Schedule schedule = schedule(
                foreach("start", "join", "count", Items.range(), "work"),
                switchOn("work", "text").when("a", "left").otherwise("join"),
                linear("left", "join"),
                end("join").join());
        tell(schedule, "start", new FannedOut(5));

        assertRefused(
                schedule,
                "other",
                to(),
                "flow Example has no step `other`. Report to a schedule only tasks of its own flow.");
        assertRefused(
                schedule,
                "work",
                to("join"),
                "task work of flow Example has a position that the foreaches and loops around step `work` do not"
                        + " have."
                        + DAMAGED);
        assertRefused(
                schedule,
                "work#1",
                to("join"),
                "task work#1 of flow Example has a position that the foreaches and loops around step `work` do not"
                        + " have."
                        + DAMAGED);
        assertRefused(
                schedule,
                "work/1",
                new FannedOut(2),
                "task work/1 of flow Example fanned out, but step `work` has no foreach." + DAMAGED);
        assertRefused(
                schedule, "start", new FannedOut(-2), "task start of flow Example fanned out to -2 tasks." + DAMAGED);
        assertRefused(
                schedule,
                "start",
                to("work"),
                "task start of flow Example did not say to how many tasks it fanned out." + DAMAGED);
        assertRefused(
                schedule,
                "work/1",
                to("work"),
                "task work/1 of flow Example named [work] as next, but the flow names [left, join]." + DAMAGED);
        assertRefused(
                schedule,
                "left/1",
                to(),
                "task left/1 of flow Example named [] as next, but the flow names [join]." + DAMAGED);
        assertRefused(
                schedule,
                "work/5",
                to("join"),
                "task work/5 belongs to element 5, counted from 0, of a foreach that has only 5 elements."
                        + " Two runs are mixed up, or"
                        + " a record is damaged.");
        assertThat(schedule.open(100)).hasSize(5);
    }

    private static final String DAMAGED =
            " Its run was started by" + " another version of the flow, or its record is damaged.";

    private static void assertRefused(Schedule schedule, String task, Ending ending, String message) {
        assertThatThrownBy(() -> tell(schedule, task, ending))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
