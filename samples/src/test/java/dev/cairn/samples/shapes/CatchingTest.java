package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import dev.cairn.samples.shapes.CatchingArtifacts.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchingTest extends OnEachStore {
    @Test
    void joinGetsEveryElementAndTheFailures() {
        CatchingRun run = CatchingRunner.builder().datastore(datastore).run();

        assertThat(run.end().report()).containsExactly("12", "/ by zero", "3");
        assertThat(run.divide())
                .extracting(divide -> divide.task().successful())
                .containsExactly(true, false, true);
        assertThat(run.divide()).allMatch(divide -> divide.task().finished());
    }

    @Test
    void failureIsNullWhereTheStepSucceeds() {
        CatchingRun run = CatchingRunner.builder()
                .divisors(List.of(3))
                .datastore(datastore)
                .run();

        Task task = run.divide().get(0).task();
        assertThat(run.divide().get(0).has(Name.FAILURE)).isTrue();
        assertThat(run.divide().get(0).failure()).isNull();
        assertThat(task.artifact("_success").value()).isEqualTo(true);
        assertThat(task.artifact("_catch_exception").value()).isNull();
    }

    @Test
    void failureIsAnArtifactThatNamesTypeMessageAndPlace() {
        CatchingRun run = CatchingRunner.builder().datastore(datastore).run();

        CatchingArtifacts.Divide divide = run.divide().get(1);
        assertThat(divide.failure().type()).isEqualTo("java.lang.ArithmeticException");
        assertThat(divide.failure().stackTrace())
                .contains("at dev.cairn.samples.shapes.Catching.divide(Catching.java:")
                .doesNotContain("dev.cairn.engine");
        assertThat(divide.task().artifact("_task_ok").value()).isEqualTo(true);
        assertThat(divide.task().artifact("_success").value()).isEqualTo(false);
    }
}
