package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Task;
import dev.cairn.runtime.FlowFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryingTest extends OnEachStore {
    @Test
    void thirdAttemptSucceedsFromTheInputsOfTheFirst() {
        RetryingRun run = RetryingRunner.builder().datastore(datastore).run();

        assertThat(run.successful()).isTrue();
        assertThat(run.end().attempts()).isEqualTo(3);
        assertThat(run.end().notes()).containsExactly("start", "attempt 2");
        assertThat(run.work().task().attempts()).extracting(Task::successful).containsExactly(false, false, true);
    }

    @Test
    void failedAttemptsShowWhatTheyHadAssigned() {
        RetryingRun run = RetryingRunner.builder().datastore(datastore).run();
        Task failed = run.run().attempts("work").get(1);

        assertThat(failed.artifact("attempts").value()).isEqualTo(2);
        assertThat(failed.artifact("notes").value()).isEqualTo(List.of("start", "attempt 1"));
        assertThat(failed.failure().orElseThrow().message()).isEqualTo("attempt 1 fails");
        assertThat(failed.failure().orElseThrow().stackTrace())
                .startsWith("java.lang.IllegalStateException: attempt 1 fails\n\tat "
                        + "dev.cairn.samples.shapes.Retrying.work(Retrying.java:");
    }

    @Test
    void runFailsWithTheLastFailureWhenNoAttemptIsLeft() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> RetryingRunner.builder().failures(3).datastore(datastore).run());

        RetryingRun run = RetryingRun.latest(datastore);
        assertThat(failure)
                .hasMessage(
                        "task Retrying/" + run.id() + "/work failed: java.lang.IllegalStateException: attempt 2 fails");
        assertThat(run.ran(RetryingRun.Step.WORK)).isFalse();
        assertThat(run.run().attempts("work"))
                .extracting(attempt -> attempt.artifact("attempts").value())
                .containsExactly(1, 2, 3);
    }
}
