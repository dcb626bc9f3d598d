package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link IterationsNameRule}: {@code [cairn:iterations-name]}. */
class IterationsNameRuleTest {
    @Test
    void aStepNamedAsTheIterationsOfAnother() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = "refine") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "false", next = "refine"), otherwise = "refineIterations") void refine() {}
                        @Step(next = "end") void refineIterations() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:26 error [cairn:iterations-name] `refineIterations` would be the name of both the accessor of step `refineIterations` and the accessor of all iterations of step `refine`
                            fix:   rename one of the two.""");
    }

    @Test
    void acceptsTheNameWhereThereIsNoLoop() {
        assertThat(problems("""
                        @Step(next = "refine") void start() {}
                        @Step(next = "refineIterations") void refine() {}
                        @Step(next = "end") void refineIterations() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
