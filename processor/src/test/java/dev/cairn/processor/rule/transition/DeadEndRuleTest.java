package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link DeadEndRule}: {@code [cairn:dead-end]}. */
class DeadEndRuleTest {
    @Test
    void aStepThatForgetsToGoOn() {
        assertThat(problems("""
                        @Step(next = "middle") void start() {}
                        @Step void middle() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:1 error [cairn:dead-end] step `middle` names no next step, but is not the last step
                            path:  start -> middle
                            fix:   add `next = "..."`.""");
    }

    @Test
    void aBranchThatForgetsToGoOn() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step void b() {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        3:1 error [cairn:dead-end] step `b` names no next step, but is not the last step
                            path:  start -> b
                            fix:   add `next = "..."`.""");
    }

    @Test
    void notSaidOfAJoinThatIsOneTooMany() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "other") void b() {}
                        @Step void other(SampleArtifacts.OtherInputs inputs) {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        1:1 error [cairn:several-joins] the branches of step `start` end in different joins: `b` in `other`, `a` in `end`
                            fix:   lead all of them to one join; it may itself split again.""");
    }

    @Test
    void acceptsEveryStepGoesOn() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
