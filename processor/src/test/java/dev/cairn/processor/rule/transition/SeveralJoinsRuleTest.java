package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SeveralJoinsRule}: {@code [cairn:several-joins]}. */
class SeveralJoinsRuleTest {
    @Test
    void branchesInDifferentJoins() {
        assertThat(problems("""
                        @Step(next = {"a", "b", "c"}) void start() {}
                        @Step(next = "one") void a() {}
                        @Step(next = "one") void b() {}
                        @Step(next = "two") void c() {}
                        @Step(next = "end") void one(SampleArtifacts.OneInputs inputs) {}
                        @Step(next = "end") void two(SampleArtifacts.TwoInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:1 error [cairn:several-joins] the branches of step `start` end in different joins: `a` and `b` in `one`, `c` in `two`
                            fix:   lead all of them to one join; it may itself split again.""");
    }

    @Test
    void tasksOfAForeachInDifferentJoins() {
        assertThat(problems("""
                        boolean on;
                        int n;
                        @Step(next = "a", foreach = "n") void start() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "one"), otherwise = "two") void a() {}
                        @Step(next = "end") void one(SampleArtifacts.OneInputs inputs) {}
                        @Step(next = "end") void two(SampleArtifacts.TwoInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:several-joins] the branches of step `start` end in different joins: `a` in `one`, `a` in `two`
                            fix:   lead all of them to one join; it may itself split again.""");
    }

    @Test
    void acceptsOneJoinForEachOfTwoSplits() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = {"c", "d"}) void a() {}
                        @Step(next = "two") void b() {}
                        @Step(next = "one") void c() {}
                        @Step(next = "one") void d() {}
                        @Step(next = "two") void one(SampleArtifacts.OneInputs inputs) {}
                        @Step(next = "end") void two(SampleArtifacts.TwoInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
