package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ReservedNameRule}: {@code [cairn:reserved-name]}. */
class ReservedNameRuleTest {
    @Test
    void stepsArtifactsAndParameters() {
        assertThat(problems("""
                        int task;
                        @Parameter int tag;
                        @Step(next = "run") void start() {}
                        @Step(next = "end") void run() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:5 error [cairn:reserved-name] `task` is a reserved name, so no artifact can have it
                            fix:   choose another name.
                        2:16 error [cairn:reserved-name] `tag` is a reserved name, so no parameter can have it
                            fix:   choose another name.
                        4:26 error [cairn:reserved-name] `run` is a reserved name, so no step can have it
                            fix:   choose another name.""");
    }

    @Test
    void aMethodOfObject() {
        assertThat(problems("""
                        int hashCode;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:5 error [cairn:reserved-name] `hashCode` is a reserved name, so no artifact can have it
                            fix:   choose another name.""");
    }

    @Test
    void acceptsAnArtifactNamedAsAParameterCannotBe() {
        assertThat(problems("""
                        int tag;
                        int run;
                        @Step(next = "task") void start() {}
                        @Step(next = "end") void task() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
