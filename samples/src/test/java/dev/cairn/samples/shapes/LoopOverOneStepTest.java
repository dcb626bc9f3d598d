package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.client.Task;
import dev.cairn.runtime.FlowFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopOverOneStepTest extends OnEachStore {
    @Test
    void refinesUntilItIsClose() {
        LoopOverOneStepRun run = run(2);

        assertThat(run.end().root()).isEqualTo(Math.sqrt(2), within(1e-12));
        assertThat(run.end().iterations()).isEqualTo(5);
    }

    @Test
    void theAccessorOfTheStepGivesTheLastIterationAndAnotherAllOfThem() {
        LoopOverOneStepRun run = run(2);

        assertThat(run.refine().task().id()).isEqualTo("refine#4");
        assertThat(run.refine().close()).isTrue();
        assertThat(run.refineIterations())
                .extracting(refine -> refine.iterations())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(run.refineIterations().get(0).root()).isEqualTo(1.5);
        assertThat(run.ran(LoopOverOneStepRun.Step.REFINE)).isTrue();
    }

    @Test
    void eachIterationFollowsFromTheOneBefore() {
        LoopOverOneStepRun run = run(2);

        List<Task> tasks =
                run.refineIterations().stream().map(refine -> refine.task()).toList();
        assertThat(tasks.get(0).parents()).extracting(Task::id).containsExactly("start");
        assertThat(tasks.get(3).parents()).extracting(Task::id).containsExactly("refine#2");
        assertThat(tasks.get(3).children()).extracting(Task::id).containsExactly("refine#4");
        assertThat(tasks.get(4).children()).extracting(Task::id).containsExactly("end");
        assertThat(tasks.get(3).artifact("_iteration_stack").value()).isEqualTo(List.of(3));
        assertThat(tasks.get(3).artifact("_transition").tree()).hasToString("[[\"refine\"], null]");
        assertThat(run.end().task().artifact("_iteration_stack").value()).isEqualTo(List.of());
    }

    @Test
    void aLoopThatNeverEndsFailsAndWhatItDidCanBeRead() {
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(Double.NaN));

        assertThat(failure.taskPath()).isEqualTo("LoopOverOneStep/" + failure.runId() + "/refine#20");
        assertThat(failure.getCause())
                .hasMessage("step `refine` cannot lead back to `refine`: it reached its limit of 20 iterations. If the"
                        + " loop does end, increase `maxIterations` of step `refine`.");
        LoopOverOneStepRun run = LoopOverOneStepRun.of(failure.runId(), datastore);
        assertThat(run.successful()).isFalse();
        assertThat(run.refineIterations()).hasSize(20);
        assertThat(run.refine().root()).isNaN();
        assertThat(run.run().failure().orElseThrow().message())
                .isEqualTo(failure.getCause().getMessage());
    }

    private LoopOverOneStepRun run(double number) {
        return LoopOverOneStepRunner.builder()
                .number(number)
                .datastore(datastore)
                .run();
    }
}
