package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link EmptyBranchRule}: {@code [cairn:empty-branch]}. */
class EmptyBranchRuleTest {
    @Test
    void aForeachIntoItsJoin() {
        assertThat(problems("""
                        int n;
                        @Step(next = "join", foreach = "n") void start() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:14 error [cairn:empty-branch] the foreach of step `start` leads straight to its join `join`
                            fix:   put a step between them, to run for each element.""");
    }

    @Test
    void aBranchIntoItsJoin() {
        assertThat(problems("""
                        @Step(next = {"a", "join"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:20 error [cairn:empty-branch] a branch of step `start` leads straight to its join `join`
                            fix:   put a step between them, or remove the branch.""");
    }

    @Test
    void acceptsAStepBetween() {
        assertThat(problems("""
                        int n;
                        @Step(next = "a", foreach = "n") void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
