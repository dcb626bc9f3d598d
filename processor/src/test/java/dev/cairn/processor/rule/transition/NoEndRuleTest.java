package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link NoEndRule}: {@code [cairn:no-end]}. */
class NoEndRuleTest {
    @Test
    void noEnd() {
        assertThat(problems("""
                        @Step(next = "finish") void start() {}
                        @Step void finish() {}
                        """)).isEqualTo("""
                        0:1 error [cairn:no-end] flow `Sample` has no last step
                            fix:   name step `finish` `end`, or write `@Step(end = true)` on it.""");
    }

    @Test
    void noEndAmongSeveralCandidates() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step void a() {}
                        @Step void b() {}
                        """)).isEqualTo("""
                        0:1 error [cairn:no-end] flow `Sample` has no last step
                            fix:   name a step `end`, or write `@Step(end = true)` on one.""");
    }

    @Test
    void thatOthersNameItIsNotToldBeside() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "end") void b() {}
                        @Step void last(SampleArtifacts.LastInputs inputs) {}
                        """)).isEqualTo("""
                        0:1 error [cairn:no-end] flow `Sample` has no last step
                            fix:   name step `last` `end`, or write `@Step(end = true)` on it.""");
    }

    @Test
    void acceptsOneStepIsBoth() {
        assertThat(problems("""
                        @Step(start = true, end = true) void only() {}
                        """)).isEmpty();
    }
}
