package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link MissingFromMergeRule}: {@code [cairn:missing-from-merge]}. */
class MissingFromMergeRuleTest {
    @Test
    void noBranchHasIt() {
        assertThat(allProblems("""
                        String one;
                        String none;
                        @Step(next = {"a", "b"}) void start() { one = "1"; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.ONE, SampleArtifacts.Name.NONE)); }
                        @Step void end() { none = one; }
                        """)).isEqualTo("""
                        6:84 error [cairn:missing-from-merge] join `join` merges `none`, which no branch assigns
                            path:  start -> a -> join
                            fix:   assign it in a branch, or remove it from `only(..)`.""");
    }

    @Test
    void acceptsWhatOneBranchMayHave() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String one;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { if (quick) one = "1"; }
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.ONE)); }
                        @Step void end() { System.out.println(one); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatTheJoinHasSet() {
        assertThat(allProblems("""
                        String one;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { one = "1"; inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.ONE)); }
                        @Step void end() { System.out.println(one); }
                        """)).isEmpty();
    }
}
