package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SeveralStartsRule}: {@code [cairn:several-starts]}. */
class SeveralStartsRuleTest {
    @Test
    void oneNamedAndOneMarked() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step(start = true, next = "end") void begin() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:40 error [cairn:several-starts] the flow has several first steps: `start` and `begin`
                            fix:   mark one step with `start = true`, or name it `start`, and give every other step another name.""");
    }

    @Test
    void severalMarked() {
        assertThat(problems("""
                        @Step(start = true, next = "end") void one() {}
                        @Step(start = true, next = "end") void two() {}
                        @Step(start = true, next = "end") void three() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:40 error [cairn:several-starts] the flow has several first steps: `one`, `two` and `three`
                            fix:   mark one step with `start = true`, or name it `start`, and give every other step another name.""");
    }

    @Test
    void acceptsTheStartIsMarked() {
        assertThat(problems("""
                        @Step(start = true, next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
