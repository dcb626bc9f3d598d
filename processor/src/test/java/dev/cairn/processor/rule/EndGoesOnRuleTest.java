package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link EndGoesOnRule}: {@code [cairn:end-goes-on]}. */
class EndGoesOnRuleTest {
    @Test
    void theEndHasASuccessor() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step(next = "after") void end() {}
                        @Step void after() {}
                        """)).isEqualTo("""
                        2:1 error [cairn:end-goes-on] step `end` is the last step, but says what follows
                            fix:   write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.""");
    }

    @Test
    void acceptsTheEndIsAJoin() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "end") void b() {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEmpty();
    }
}
