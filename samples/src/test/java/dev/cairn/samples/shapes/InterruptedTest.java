package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a failed and a caught attempt leave. */
class InterruptedTest extends OnEachStore {
    @Test
    void ofAFailedAttemptWhatWasAssignedBeforeTheExceptionIsKeptForInspection() {
        Task failed = run(1).run().attempts("work").get(0);

        assertThat(failed.successful()).isFalse();
        assertThat(failed.artifact("number").value()).isEqualTo(8);
        assertThat(failed.artifact("text").value()).isEqualTo("assigned");
        assertThat(failed.artifact("fresh").value()).isEqualTo("assigned");
        assertThat(failed.artifact("freshNumber").value()).isEqualTo(1);
        assertThat(failed.artifact("conditional").value()).isEqualTo("of attempt 0");
        assertThat(failed.artifact("grown").value()).isEqualTo(List.of("before", "attempt 0"));
    }

    @Test
    void ofAFailedAttemptEveryAssignmentCountsAsOneThatMayHaveHappened() {
        InterruptedRun run = run(1);
        Task failed = run.run().attempts("work").get(0);

        assertThat(failed.artifact("late").value()).isEqualTo("before");
        assertThat(failed.artifact("late").createdAt())
                .isEqualTo(run.start().task().artifact("late").createdAt());
        assertThat(failed.artifact("zeroed").value()).isEqualTo(0);
        assertThat(failed.artifact("flag").value()).isEqualTo(false);
        assertThat(failed.artifact("cleared").value()).isNull();
    }

    @Test
    void theNextAttemptStartsClean() {
        InterruptedRun run = run(1);

        assertThat(run.work().task().attempt()).isEqualTo(1);
        assertThat(run.work().seen()).isEqualTo("7before[before]null");
        assertThat(run.work().attemptsSeen()).isEqualTo(1);
        assertThat(run.work().grown()).containsExactly("before", "attempt 1");
        assertThat(run.work().task().has("conditional")).isFalse();
        assertThat(run.work().late()).isEqualTo("assigned");
    }

    @Test
    void onACaughtEdgeNothingCountsAsDefinitelyAssigned() {
        InterruptedRun run = run(2);

        Task caught = run.work().task();
        assertThat(caught.successful()).isFalse();
        assertThat(run.work().failure().message()).isEqualTo("attempt 1 fails");
        assertThat(run.work().late()).isEqualTo("before");
        assertThat(caught.artifact("late").createdAt())
                .isEqualTo(run.start().task().artifact("late").createdAt());
        assertThat(caught.has("conditional")).isFalse();
    }

    @Test
    void onACaughtEdgeWhatWasAssignedIsThereAlsoIfItIsZeroFalseOrNull() {
        InterruptedRun run = run(2);

        assertThat(run.work().zeroed()).isZero();
        assertThat(run.work().flag()).isFalse();
        assertThat(run.work().cleared()).isNull();
        assertThat(run.work().number()).isEqualTo(8);
        assertThat(run.work().fresh()).isEqualTo("assigned");
        assertThat(run.work().initialised()).isEqualTo("initial");
        assertThat(run.end().seen()).isEqualTo("before0falsenullassigned");
    }

    private InterruptedRun run(int failures) {
        return InterruptedRunner.builder()
                .failures(failures)
                .datastore(datastore)
                .run();
    }
}
