package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link EndlessLoopRule}: {@code [cairn:endless-loop]}. */
class EndlessLoopRuleTest {
    @Test
    void everyCaseLeadsBack() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = "again") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "start"), otherwise = "again") void again() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:endless-loop] every case of step `again` leads back, so the flow cannot end
                            fix:   let one case go on towards the end.""");
    }

    @Test
    void acceptsOneCaseGoesOn() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "start") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
