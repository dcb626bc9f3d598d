package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnrelatedBranchesRule}: {@code [cairn:unrelated-branches]}. */
class UnrelatedBranchesRuleTest {
    @Test
    void ofAnInnerAndAnOuterSplit() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = {"c", "d"}) void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "join") void d() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:58 error [cairn:unrelated-branches] join `join` mixes the branches of `start` with those of `a`
                            path:  start -> b -> join
                            and:   a -> c -> join
                            fix:   join the branches of `a` first, in a separate step.""");
    }

    @Test
    void alsoReachedWithoutASplit() {
        assertThat(problems("""
                        boolean on;
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "split"), otherwise = "join") void start() {}
                        @Step(next = {"a", "b"}) void split() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:58 error [cairn:unrelated-branches] join `join` gets the branches of `split`, but is also reached from outside that split
                            path:  split -> a -> join
                            and:   start -> join
                            fix:   lead the path from outside to a step after the join.""");
    }

    @Test
    void ofTwoAlternativeSplits() {
        assertThat(problems("""
                        boolean on;
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "one"), otherwise = "two") void start() {}
                        @Step(next = {"a", "b"}) void one() {}
                        @Step(next = {"c", "d"}) void two() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "join") void d() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        9:58 error [cairn:unrelated-branches] join `join` mixes the branches of `one` with those of `two`
                            path:  one -> a -> join
                            and:   two -> c -> join
                            fix:   join the branches of `two` first, in a separate step.""");
    }

    @Test
    void acceptsAlternativeStepsOfEachBranch() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "c"), otherwise = "d") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "join") void d() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
