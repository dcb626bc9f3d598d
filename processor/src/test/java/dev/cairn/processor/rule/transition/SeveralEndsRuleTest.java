package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SeveralEndsRule}: {@code [cairn:several-ends]}. */
class SeveralEndsRuleTest {
    @Test
    void oneNamedAndOneMarked() {
        assertThat(problems("""
                        @Step(next = "finish") void start() {}
                        @Step(end = true) void finish() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:12 error [cairn:several-ends] the flow has several last steps: `finish` and `end`
                            fix:   mark one step with `end = true`, or name it `end`, and give every other step another name.""");
    }

    @Test
    void acceptsTheEndIsMarked() {
        assertThat(problems("""
                        @Step(next = "finish") void start() {}
                        @Step(end = true) void finish() {}
                        """)).isEmpty();
    }
}
