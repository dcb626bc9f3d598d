package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link DuplicateBranchRule}: {@code [cairn:duplicate-branch]}. */
class DuplicateBranchRuleTest {
    @Test
    void theSameStepTwice() {
        assertThat(problems("""
                        @Step(next = {"a", "b", "a"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:25 error [cairn:duplicate-branch] step `start` names `a` twice
                            fix:   name it once; to run a step several times in parallel, use `foreach`.""");
    }

    @Test
    void acceptsASwitchWhoseCasesMeet() {
        assertThat(problems("""
                        int n;
                        @Step(switchOn = "n", cases = {@Case(value = "1", next = "a"), @Case(value = "2", next = "a")}, otherwise = "end") void start() {}
                        @Step(next = "end") void a() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
