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

    @Test
    void aTypingMistake() {
        assertThat(allProblems("""
                        String model;
                        String moddel;
                        @Step(next = {"a", "b"}) void start() { model = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.MODDEL)); moddel = "x"; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:84 error [cairn:missing-from-merge] join `join` merges `moddel`, which no branch assigns
                            path:  start -> a -> join
                            fix:   assign it in a branch, or remove it from `only(..)`. Did you mean `model`?""");
    }

    @Test
    void acceptsWhatTheJoinMayHaveSet() {
        assertThat(allProblems("""
                        String one;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) one = "1"; inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.ONE)); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatIsNotNamed() {
        assertThat(allProblems("""
                        String one;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.ONE)); one = "1"; }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsParameters() {
        assertThat(allProblems("""
                        @Parameter int size = 1;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.SIZE)); }
                        @Step void end() { System.out.println(size); }
                        """)).isEmpty();
    }

    @Test
    void aParameterIsNotProposed() {
        assertThat(allProblems("""
                        @Parameter int model = 1;
                        String moddel;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.MODDEL)); moddel = "x" + model; }
                        @Step void end() {}
                        """)).endsWith("fix:   assign it in a branch, or remove it from `only(..)`.");
    }

    @Test
    void ofANameThatDoesNotExistTheCompilerTells() {
        assertThat(allProblems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.OTHER)); }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
