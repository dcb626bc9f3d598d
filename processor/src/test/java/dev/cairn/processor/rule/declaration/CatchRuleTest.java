package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link CatchRule}: {@code [cairn:catch]}. */
class CatchRuleTest {
    @Test
    void anArtifactOfAnotherType() {
        assertThat(problems("""
                        String failure;
                        @Step(next = "end") @Catch("failure") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:28 error [cairn:catch] artifact `failure` has type `String`, so it cannot hold the failure of step `start`
                            fix:   name a field of type `Failure` that is neither a parameter nor final.""");
    }

    @Test
    void aParameter() {
        assertThat(problems("""
                        @Parameter Failure failure = null;
                        @Step(next = "end") @Catch("failure") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:28 error [cairn:catch] artifact `failure` is a parameter, so it cannot hold the failure of step `start`
                            fix:   name a field of type `Failure` that is neither a parameter nor final.""");
    }

    @Test
    void aStepThatSteers() {
        assertThat(problems("""
                        Failure failure;
                        int n;
                        @Step(next = "work", foreach = "n") @Catch("failure") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:44 error [cairn:catch] step `start` has `@Catch`, but its foreach needs what the step may not have assigned when it fails
                            fix:   move what may fail to an earlier step, and catch it there.""");
    }

    @Test
    void acceptsAFailure() {
        assertThat(problems("""
                        Failure failure;
                        @Step(next = "end") @Catch("failure") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
