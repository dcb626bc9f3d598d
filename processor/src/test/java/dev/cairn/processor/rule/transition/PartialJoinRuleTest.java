package dev.cairn.processor.rule.transition;

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
                        5:58 error [cairn:partial-join] branch `c` of `start` bypasses join `join`, which closes that split
                            path:  start -> c -> end
                            fix:   lead every path of branch `c` to `join`.""");
    }

    @Test
    void onePathOfABranch() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "join"), otherwise = "end") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:58 error [cairn:partial-join] branch `b` of `start` bypasses join `join`, which closes that split
                            path:  start -> b -> end
                            fix:   lead every path of branch `b` to `join`.""");
    }

    @Test
    void branchesJoinedOneAfterTheOther() {
        assertThat(problems("""
                        @Step(next = {"a", "b", "c"}) void start() {}
                        @Step(next = "j") void a() {}
                        @Step(next = "j") void b() {}
                        @Step(next = "k") void c() {}
                        @Step(next = "k") void j(SampleArtifacts.JInputs inputs) {}
                        @Step(next = "end") void k(SampleArtifacts.KInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:50 error [cairn:partial-join] join `j` closes only branches `a` and `b` of `start`, and join `k` would close the rest
                            path:  start -> c -> k
                            fix:   lead all branches to one join, `k`, or open `a` and `b` in a separate split, in one branch of `start`, which `j` joins.""");
    }

    @Test
    void branchesOfAForeachsTasksJoinedOneAfterTheOther() {
        assertThat(problems("""
                        int n;
                        @Step(next = "fork", foreach = "n") void start() {}
                        @Step(next = {"a", "b"}) void fork() {}
                        @Step(next = "j") void a() {}
                        @Step(next = "k") void b() {}
                        @Step(next = "k") void j(SampleArtifacts.JInputs inputs) {}
                        @Step(next = "end") void k(SampleArtifacts.KInputs inputs) {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        6:50 error [cairn:partial-join] join `j` closes only branch `a` of `fork`, and join `k` would close the rest
                            path:  fork -> b -> k
                            fix:   lead all branches to one join, `k`, and make `j` a plain step.""");
    }

    @Test
    void acceptsASplitOfTheirOwn() {
        assertThat(problems("""
                        @Step(next = {"ab", "c"}) void start() {}
                        @Step(next = {"a", "b"}) void ab() {}
                        @Step(next = "j") void a() {}
                        @Step(next = "j") void b() {}
                        @Step(next = "k") void c() {}
                        @Step(next = "k") void j(SampleArtifacts.JInputs inputs) {}
                        @Step(next = "end") void k(SampleArtifacts.KInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsEveryPathOfABranch() {
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
