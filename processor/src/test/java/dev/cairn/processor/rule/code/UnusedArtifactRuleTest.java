package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnusedArtifactRule}: {@code [cairn:unused-artifact]}. */
class UnusedArtifactRuleTest {
    @Test
    void neitherAssignedNorRead() {
        assertThat(allProblems("""
                        String used;
                        String unused;
                        @Parameter int limit;
                        @Step(next = "end") void start() { used = ""; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:8 warning [cairn:unused-artifact] artifact `unused` is never assigned and never read
                            fix:   use it, or remove the field.
                        3:16 warning [cairn:unused-artifact] parameter `limit` is never read
                            fix:   use it, or remove the field.""");
    }

    @Test
    void acceptsResultsAndInitialValues() {
        assertThat(allProblems("""
                        String result;
                        String version = "1";
                        final int most = 3;
                        @Step(next = "end") void start() {}
                        @Step void end() { result = "done"; }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatOnlyAnAnnotationNames() {
        assertThat(allProblems("""
                        @Parameter int count = 3;
                        Failure failure;
                        @Catch("failure") @Step(next = "a") void start() {}
                        @Step(next = "each", foreach = "count") void a() {}
                        @Step(next = "join") void each() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsParametersWhereAStepHasAContext() {
        assertThat(allProblems("""
                        @Parameter int limit;
                        @Step(next = "end") void start(TaskContext task) { System.out.println(task.parameters()); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void ofHalfTypedCodeOnlyTheErrorIsTold() {
        assertThat(allProblems("""
                        String unused;
                        @Step(next = "ennd") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:14 error [cairn:unknown-step] step `start` names `ennd` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?""");
    }

    @Test
    void ofUnseenCodeOnlyTheNoteIsTold() {
        assertThat(allProblems("""
                        String unused;
                        @Step(next = "end") void start() { List.of(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:44 note [cairn:leaking-this] `this` escapes here, in step `start`, so Cairn assumes that it reads and assigns every artifact
                            fix:   pass the values that are needed instead: then tasks load less, and Cairn can check what they read.""");
    }

    @Test
    void acceptsWhatIsAssignedWhereNoPathLeads() {
        assertThat(allProblems("""
                        int size;
                        @Step(next = "end") void start() { fail(); size = 1; }
                        @Step void end() {}
                        static void fail() { throw new IllegalStateException(); }
                        """)).isEmpty();
    }

    /** The context of a task has no secrets. */
    @Test
    void aSecretThatOnlyTheFieldOffers() {
        assertThat(allProblems("""
                        @Parameter(secret = true) String key;
                        @Step(next = "end") void start(TaskContext task) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:34 warning [cairn:unused-artifact] parameter `key` is never read
                            fix:   use it, or remove the field.""");
    }

    @Test
    void acceptsWhatAMergeNames() {
        assertThat(allProblems("""
                        String note;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.NOTE)); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatASwitchAsks() {
        assertThat(allProblems("""
                        @Parameter boolean quick;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "a"), otherwise = "end") void start() {}
                        @Step(next = "end") void a() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void besideAnErrorInTheDataOnlyThatIsTold() {
        assertThat(allProblems("""
                        String unused;
                        String text;
                        @Step(next = "end") void start() {}
                        @Step void end() { System.out.println(text); }
                        """)).isEqualTo("""
                        4:39 error [cairn:unassigned-artifact] artifact `text` is read in step `end`, but no step before it assigns it
                            path:  start -> end
                            fix:   assign it in one of these steps, or give the field an initial value.""");
    }
}
