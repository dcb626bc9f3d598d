package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ConditionalMergeRule}: {@code [cairn:conditional-merge]}. */
class ConditionalMergeRuleTest {
    @Test
    void assignedOnSomeWaysBeforeTheMerge() {
        assertThat(allProblems("""
                        String best;
                        String note;
                        @Step(next = {"a", "b"}) void start() { best = ""; note = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) { best = "two"; note = "n"; } inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:137 warning [cairn:conditional-merge] join `join` assigns `best` and `note` on some ways only before it merges, and on the others the merge sets them
                            fix:   if the merge must not set them, call `inputs.mergeInto(this, except(Name.BEST, Name.NOTE))`; else assign them after the merge, or on every way before it.""");
    }

    @Test
    void acceptsWhatIsExcluded() {
        assertThat(allProblems("""
                        String best;
                        String note;
                        @Step(next = {"a", "b"}) void start() { best = ""; note = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) best = "two"; inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.BEST)); System.out.println(note); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatNoBranchHas() {
        assertThat(allProblems("""
                        String best;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) best = "two"; inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAfterTheMerge() {
        assertThat(allProblems("""
                        String best;
                        @Step(next = {"a", "b"}) void start() { best = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); if (inputs.size() > 1) best = "two"; }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
