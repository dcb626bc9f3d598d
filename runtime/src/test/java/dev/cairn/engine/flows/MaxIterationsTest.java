package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.runtime.FlowFailedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs whose loops may go round more, or less, often than their flow says. */
class MaxIterationsTest extends OnEachStore {
    private static final Map<String, String> CODE = Map.of("start", "1", "check", "1", "end", "1");

    /** Goes round five times, and may three times. */
    private TestRun<Numbers> builder() {
        TestFlow<Numbers> flow = Numbers.flow("Until")
                .step(linear("start", "check"), (each, task) -> {})
                .step(
                        switchOn("check", "text")
                                .when("more", "check")
                                .when("enough", "end")
                                .maxIterations(3),
                        (each, task) -> each.text = task.context().iteration() < 5 ? "more" : "enough")
                .step(end("end"), (each, task) -> {})
                .build();
        return TestRun.of(flow).datastore(datastore).code(CODE).outputListener((path, line) -> {});
    }

    @Test
    void aRunMayGoRoundMoreOften() {
        Run run = builder().maxIterations("check", 5).run();

        assertThat(run.step("check").count()).isEqualTo(6);
    }

    @Test
    void orLessOften() {
        assertThatThrownBy(() -> builder().maxIterations("check", 2).run())
                .isInstanceOf(FlowFailedException.class)
                .hasMessageEndingWith("step `check` cannot lead back to `check`: it reached its limit of 2 iterations."
                        + " If the loop does end, increase `maxIterations` of step `check`.");
    }

    @Test
    void otherProcessesKnowIt() {
        Run run = builder()
                .maxIterations("check", 5)
                .engine(new OneByOneEngine(1))
                .run();

        assertThat(run.step("check").count()).isEqualTo(6);
    }

    @Test
    void aRunThatReachedItsLimitCanBeResumedWithAnother() {
        assertThatThrownBy(builder()::run).isInstanceOf(FlowFailedException.class);
        String failed = Cairn.open(datastore).flow("Until").latest().id();

        Run resumed = builder().maxIterations("check", 5).resume(failed);

        assertThat(Trainings.ownTasks(resumed)).containsExactly("check#3", "check#4", "check#5", "end");
    }

    @Test
    void aStepThatHasNoSwitchIsRefused() {
        assertThatThrownBy(() -> builder().maxIterations("chek", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flow Until has no step `chek`. Did you mean `check`?");
        assertThatThrownBy(() -> builder().maxIterations("start", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step `start` of flow Until has no switch, so it has no limit of iterations."
                        + " Steps with a switch: check.");
        assertThatThrownBy(() -> builder().maxIterations("check", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxIterations of step `check` must be at least 1, but is 0");
    }
}
