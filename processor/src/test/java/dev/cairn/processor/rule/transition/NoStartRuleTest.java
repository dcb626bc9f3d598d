package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link NoStartRule}: {@code [cairn:no-start]}. */
class NoStartRuleTest {
    @Test
    void noStart() {
        assertThat(problems("""
                        @Step(next = "end") void begin() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        0:1 error [cairn:no-start] flow `Sample` has no first step
                            fix:   name step `begin` `start`, or write `@Step(start = true, ...)` on it.""");
    }

    @Test
    void noStartAmongSeveralCandidates() {
        assertThat(problems("""
                        @Step(next = "end") void begin() {}
                        @Step(next = "end") void prepare() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        0:1 error [cairn:no-start] flow `Sample` has no first step
                            fix:   name a step `start`, or write `@Step(start = true, ...)` on one.""");
    }

    @Test
    void noStepAtAll() {
        assertThat(problems("""
                        int size;
                        """)).isEqualTo("""
                        0:1 error [cairn:no-start] flow `Sample` has no steps
                            fix:   annotate a method named `start` with `@Step`.""");
    }

    @Test
    void acceptsAStepThatIsMarked() {
        assertThat(problems("""
                        @Step(start = true, next = "end") void begin() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
