package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link PartialJoinRule}: {@code [cairn:partial-join]}. */
class PartialJoinRuleTest {
    @Test
    void aBranchThatGoesPast() {
        assertThat(problems("""
                        @Step(next = {"a", "b", "c"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void c() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:58 error [cairn:partial-join] branch `c` of `start` goes past join `join`, which closes that split
                            path:  start -> c -> end
                            fix:   lead every way of `c` to `join`.""");
    }

    @Test
    void oneWayOfABranch() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "join"), otherwise = "end") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:58 error [cairn:partial-join] branch `b` of `start` goes past join `join`, which closes that split
                            path:  start -> b -> end
                            fix:   lead every way of `b` to `join`.""");
    }

    @Test
    void acceptsEveryWayOfABranch() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "join"), otherwise = "c") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
