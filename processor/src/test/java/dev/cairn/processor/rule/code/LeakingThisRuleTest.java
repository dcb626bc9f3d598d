package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link LeakingThisRule}: {@code [cairn:leaking-this]}. */
class LeakingThisRuleTest {
    @Test
    void passedOn() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { report = String.valueOf(this); }
                        @Step void end() { keep(); }
                        void keep() { List.of(this); }
                        """)).isEqualTo("""
                        2:60 note [cairn:leaking-this] `this` escapes here, in step `start`, so Cairn assumes that it reads and assigns every artifact
                            fix:   pass the values that are needed instead: then tasks load less, and Cairn can check what they read.
                        4:23 note [cairn:leaking-this] `this` escapes here, in step `end`, so Cairn assumes that it reads and assigns every artifact
                            fix:   pass the values that are needed instead: then tasks load less, and Cairn can check what they read.""");
    }

    @Test
    void fromAHelperOfTwoSteps() {
        assertThat(allProblems("""
                        @Step(next = "end") void start() { keep(); }
                        @Step void end() { keep(); }
                        void keep() { List.of(this); }
                        """)).isEqualTo("""
                        3:23 note [cairn:leaking-this] `this` escapes here, in steps `start` and `end`, so Cairn assumes that they read and assign every artifact
                            fix:   pass the values that are needed instead: then tasks load less, and Cairn can check what they read.""");
    }

    @Test
    void acceptsFieldsMergesAndIdentity() {
        assertThat(allProblems("""
                        String a;
                        @Step(next = {"left", "right"}) void start() { this.a = "a"; }
                        @Step(next = "join") void left() { System.out.println(this != null); }
                        @Step(next = "join") void right() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
