package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link FlowNameRule}: {@code [cairn:flow-name]}. */
class FlowNameRuleTest {
    @Test
    void aNameThatCannotStandInAPath() {
        assertThat(problemsOf("""
                        @Flow(name = "my/flow")
                        class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-name] `my/flow` cannot be used as a flow name
                            fix:   use a letter, and then letters, digits, dots, hyphens and underscores.""");
    }

    @Test
    void acceptsANameWithHyphensAndDigits() {
        assertThat(problemsOf("""
                        @Flow(name = "my-flow.2")
                        class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEmpty();
    }
}
