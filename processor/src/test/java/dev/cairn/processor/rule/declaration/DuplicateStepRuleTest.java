package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link DuplicateStepRule}: {@code [cairn:duplicate-step]}. */
class DuplicateStepRuleTest {
    @Test
    void overloadedSteps() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step(next = "end") void start(TaskContext task) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:26 error [cairn:duplicate-step] step `start` is declared twice
                            fix:   rename one of the two methods.""");
    }

    @Test
    void acceptsAnOverloadThatIsNoStep() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        void start(int times) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
