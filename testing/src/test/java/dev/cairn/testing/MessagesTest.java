package dev.cairn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.Grading;
import com.acme.GradingRun;
import com.acme.GradingRun.Step;
import com.acme.GradingRunner;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunStatus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What failed assertions say. */
class MessagesTest {
    private final Datastore datastore = Datastore.inMemory();

    @AfterEach
    void failNoMore() {
        Grading.FAILURES.set(0);
    }

    private GradingRun run() {
        return GradingRunner.builder().datastore(datastore).maxWorkers(1).run();
    }

    private GradingRun failed() {
        Grading.FAILURES.set(1000);
        TestClock clock = new TestClock();
        GradingRunner.Builder builder =
                GradingRunner.builder().datastore(datastore).maxWorkers(1);
        dev.cairn.engine.TestSettings.clock(builder, clock);
        assertThat(catchThrowable(builder::run)).isNotNull();
        return GradingRun.latest(datastore);
    }

    private static String message(GradingRun run, ThrowingCallable assertion) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionError.class);
        return failure.getMessage().replace(run.id(), "ID");
    }

    @Test
    void ofRuns() {
        GradingRun run = failed();

        assertThat(message(run, () -> CairnAssertions.assertThat(run).succeeded()))
                .isEqualTo("expected run Grading/ID to be SUCCEEDED, but it is FAILED in task grade/0:"
                        + " java.lang.IllegalStateException: no grade for a");
        assertThat(message(run, () -> CairnAssertions.assertThat(run).failedIn("grade/1")))
                .isEqualTo("expected run Grading/ID to fail in task grade/1, but grade/0 failed first");
        assertThat(message(run, () -> CairnAssertions.assertThat(run).ran(Step.JOIN)))
                .isEqualTo("expected step `join` of run Grading/ID to have run, but it has no finished task");
        assertThat(message(run, () -> CairnAssertions.assertThat(run).didNotRun(Step.START)))
                .isEqualTo("expected step `start` of run Grading/ID not to run, but it has 1 finished tasks");
        assertThat(message(run, () -> CairnAssertions.assertThat(run).hasStatus(RunStatus.RUNNING)))
                .startsWith("expected run Grading/ID to be RUNNING, but it is FAILED in task grade/0");
    }

    @Test
    void ofTasks() {
        GradingRun run = run();
        TaskAssert join = CairnAssertions.assertThat(run.join());

        assertThat(message(run, () -> join.hasArtifact("mean")))
                .isEqualTo(
                        "expected artifact `mean` after task Grading/ID/join, but there are only [grades, texts, bonus]");
        assertThat(message(run, () -> join.hasArtifact("grades", "other")))
                .isEqualTo(
                        "expected artifact `grades` after task Grading/ID/join to be%n  other%nbut it is%n  [2, 3, 4]"
                                .formatted());
        assertThat(message(run, () -> join.doesNotHaveArtifact("grades")))
                .isEqualTo("expected no artifact `grades` after task Grading/ID/join, but it is [2, 3, 4]");
        assertThat(message(run, () -> join.failedWith(IllegalStateException.class)))
                .isEqualTo(
                        "expected task Grading/ID/join to fail with java.lang.IllegalStateException, but it succeeded");
        assertThat(message(run, () -> join.hasAttempts(2)))
                .isEqualTo("expected task Grading/ID/join to have 2 attempts, but it has 1");
        assertThat(message(run, () -> join.stored("mean")))
                .isEqualTo("expected task Grading/ID/join to store [mean], but it did [grades]");
        assertThat(message(
                        run,
                        () -> CairnAssertions.assertThat(run).ran(Step.GRADE).hasTasks(2)))
                .isEqualTo("expected Grading/ID/grade to have 2 finished tasks, but it has 3");
    }
}
