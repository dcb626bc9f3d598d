package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link LoopLeavesBranchRule}: {@code [cairn:loop-leaves-branch]}. */
class LoopLeavesBranchRuleTest {
    @Test
    void outOfItsBranch() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "join"), otherwise = "start") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:84 error [cairn:loop-leaves-branch] step `a` leads back to `start`, out of the branch that it runs in
                            fix:   join the branch first, and let the join choose whether to lead back.""");
    }

    @Test
    void aPlainStepOutOfItsBranch() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "join"), otherwise = "c") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "start") void c() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:14 error [cairn:loop-leaves-branch] step `c` leads back to `start`, out of the branch that it runs in
                            fix:   join the branch first, and let the join choose whether to lead back.""");
    }

    @Test
    void toAJoin() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "join") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:83 error [cairn:loop-leaves-branch] step `join` leads back to `join`, which is a join
                            fix:   lead back to a step after `join`, or to the split that it closes.""");
    }

    @Test
    void aJoinThatLeadsBackToItselfIsToldOnce() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "join") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:14 error [cairn:loop-leaves-branch] step `join` leads back to `join`, which is a join
                            fix:   lead back to a step after `join`, or to the split that it closes.""");
    }

    @Test
    void acceptsAroundAWholeSplit() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "start") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsWithinABranch() {
        assertThat(problems("""
                        boolean done;
                        int n;
                        @Step(next = "a", foreach = "n") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "join"), otherwise = "a") void a() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
