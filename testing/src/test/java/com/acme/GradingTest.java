package com.acme;

import static dev.cairn.testing.CairnAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.GradingArtifacts.Name;
import com.acme.GradingRun.Step;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.testing.CairnTest;
import dev.cairn.testing.Replay;
import dev.cairn.testing.Replayed;
import dev.cairn.testing.TestClock;
import dev.cairn.testing.TestTask;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How users test their flows: in the package of the flow, with all that this module offers. */
@CairnTest
class GradingTest {
    @AfterEach
    void failNoMore() {
        Grading.FAILURES.set(0);
    }

    @Test
    void gradesEachText(GradingRunner.Builder runner) {
        GradingRun run = runner.bonus(2).run();

        assertThat(run)
                .succeeded()
                .ran(Step.GRADE)
                .hasTasks(3)
                .hasArtifact(Name.GRADE)
                .loaded()
                .stored(Name.GRADE)
                .task(1)
                .succeeded()
                .hasArtifact(Name.GRADE, 4)
                .hasAttempts(1)
                .logged("grades bb");
        assertThat(run.join()).hasArtifact("grades", List.of(3, 4, 5)).doesNotHaveArtifact(Name.GRADE);
        assertThat(run).task("risk").loaded(Name.GRADES).stored(Name.MEAN, Name.FAILURE);
    }

    @RepeatedTest(2)
    void eachTestHasItsOwnDatastore(GradingRunner.Builder runner, Datastore datastore) {
        runner.run();

        assertThat(GradingRun.all(datastore)).hasSize(1);
    }

    @Test
    void retriesDoNotWait(GradingRunner.Builder runner, TestClock clock) {
        Grading.FAILURES.set(2);

        GradingRun run = runner.run();

        assertThat(run).ran(Step.GRADE).task(0).hasAttempts(3);
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-01-01T02:00:00Z"));
        assertThat(run.run().startedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void failuresAreSeen(GradingRunner.Builder runner, Datastore datastore) {
        Grading.FAILURES.set(100);
        assertThatThrownBy(runner::run).isInstanceOf(FlowFailedException.class);

        assertThat(GradingRun.latest(datastore))
                .didNotRun(Step.JOIN)
                .failedIn("grade/0")
                .failedWith(IllegalStateException.class)
                .hasAttempts(3);
    }

    @Test
    void caughtFailuresAreSeen(GradingRunner.Builder runner) {
        GradingRun run = runner.bonus(101).run();

        assertThat(run).succeeded().task("risk").failedWith(IllegalArgumentException.class);
    }

    @Test
    void aStepByHand() {
        Grading flow = new Grading();
        flow.bonus = 5;
        TestTask task =
                TestTask.builder("grade/1").foreach("texts", 1, 2, "four").build();

        flow.grade(task, "four");

        assertThat(flow.grade).isEqualTo(9);
        assertThat(task.log()).containsExactly("grades four");
    }

    @Test
    void aJoinByHand() throws Exception {
        Grading flow = new Grading();
        TestTask task = TestTask.of("join");
        GradingArtifacts.JoinInputs inputs = GradingArtifacts.JoinInputs.of(
                GradingArtifacts.Grade.builder().grade(2).build(),
                GradingArtifacts.Grade.builder().grade(7).build());

        flow.join(task, inputs);

        assertThat(flow.grades).containsExactly(2, 7);
        assertThat(new String(task.files().open("grades").readAllBytes())).isEqualTo("[2, 7]");
    }

    @Test
    void whatFailedOnceFailsInATest(GradingRunner.Builder runner, Datastore datastore) {
        Grading.FAILURES.set(100);
        assertThatThrownBy(runner::run).isInstanceOf(FlowFailedException.class);
        GradingRun failed = GradingRun.latest(datastore);

        Replay<Grading> replay = Replay.of(Grading.class, "grade/0", failed);

        assertThatThrownBy(replay::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no grade for a");
        assertThat(replay.context().attempt()).isEqualTo(2);
        assertThat(replay.log()).containsExactly("grades a");
    }

    @Test
    void mendedItSucceeds(GradingRunner.Builder runner, Datastore datastore) {
        Grading.FAILURES.set(100);
        assertThatThrownBy(runner::run).isInstanceOf(FlowFailedException.class);
        Grading.FAILURES.set(0);

        Replayed replayed = Replay.of(Grading.class, "grade/0", GradingRun.latest(datastore))
                .run();

        assertThat(replayed.as(GradingArtifacts.Grade::new).grade()).isEqualTo(2);
        assertThat(replayed.value("grade")).isEqualTo(2);
        assertThat(replayed.differences()).containsExactly("grade");
        assertThat(GradingRun.latest(datastore).successful()).isFalse(); // nothing was stored
    }

    @Test
    void joinsToo(GradingRunner.Builder runner) {
        GradingRun run = runner.run();
        Replay<Grading> replay = Replay.of(Grading.class, "join", run);

        assertThat(replay.inputs(GradingArtifacts.JoinInputs::new).get(2).grade())
                .isEqualTo(4);
        assertThat(replay.change()).isEmpty();
        Replayed replayed = replay.run();

        assertThat(replayed.differences()).isEmpty();
        assertThat(replay.flow().grades).containsExactly(2, 3, 4);
    }

    @Test
    void theStepCanBeCalledByHand(GradingRunner.Builder runner) {
        Replay<Grading> replay = Replay.of(Grading.class, "grade/2", runner.run());

        replay.flow().grade(replay.context(), replay.item("texts"));

        assertThat(replay.flow().grade).isEqualTo(4);
    }

    @Test
    void eachAttemptCanBeReplayed(GradingRunner.Builder runner) {
        Grading.FAILURES.set(1);
        Run run = runner.run().run();

        Replay<Grading> first = Replay.of(Grading.class, run.attempts("grade/0").get(0));

        assertThat(first.context().attempt()).isZero();
        assertThat(Replay.of(Grading.class, "grade/0", run).context().attempt()).isEqualTo(1);
    }

    @Test
    void whatNeverEndedCannotBeReplayed(GradingRunner.Builder runner, Datastore datastore) {
        Grading.FAILURES.set(100);
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, runner::run);
        GradingRun run = GradingRun.latest(datastore);

        assertThatThrownBy(() -> Replay.of(Grading.class, "join", run))
                .hasMessage("run Grading/" + failure.runId()
                        + " has no attempt at task join that has ended, so it cannot run"
                        + " again. `show` lists its tasks.");
        assertThatThrownBy(() -> Replay.of(String.class, "start", run))
                .hasMessage("task Grading/" + failure.runId()
                        + "/start belongs to flow com.acme.Grading, not to java.lang.String.");
    }
}
