package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HangingTest extends OnEachStore {
    @AfterAll
    static void letGo() {
        Hanging.TEST_IS_OVER.countDown();
    }

    @Test
    void stepThatDoesNotReturnIsGivenUpAndTheFlowGoesOn() {
        HangingRun run =
                HangingRunner.builder().datastore(datastore).maxWorkers(1).run();

        assertThat(run.end().failed()).isTrue();
        assertThat(run.end().text()).isEqualTo("before");
        assertThat(run.hang().failure().type()).isEqualTo("dev.cairn.runtime.StepTimeoutException");
        assertThat(run.hang().failure().message())
                .isEqualTo("step `hang` took longer than its timeout, PT0.02S. It was interrupted, and nothing that"
                        + " it assigned is stored. Give it more time with @Timeout, or divide its work among several"
                        + " steps.");
        assertThat(run.hang().task().attempts()).extracting(Task::finished).containsExactly(false, true);
    }
}
