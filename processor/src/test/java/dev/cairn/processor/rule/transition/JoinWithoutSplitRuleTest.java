package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link JoinWithoutSplitRule}: {@code [cairn:join-without-split]}. */
class JoinWithoutSplitRuleTest {
    @Test
    void noSplitBefore() {
        assertThat(problems("""
                        @Step(next = "join") void start() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:58 error [cairn:join-without-split] step `join` is a join, but it is not inside a split
                            path:  start -> join
                            fix:   remove the parameter, or add a split before it: several steps in `next`, or a `foreach`.""");
    }

    @Test
    void theStart() {
        assertThat(problems("""
                        @Step(next = "end") void start(SampleArtifacts.StartInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:60 error [cairn:join-without-split] step `start` is a join, but it is not inside a split
                            path:  start
                            fix:   remove the parameter, or add a split before it: several steps in `next`, or a `foreach`.""");
    }

    @Test
    void aSecondJoin() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        5:42 error [cairn:join-without-split] step `end` is a join, but it is not inside a split
                            path:  start -> a -> join -> end
                            fix:   remove the parameter, or add a split before it: several steps in `next`, or a `foreach`.""");
    }

    @Test
    void acceptsASplitBefore() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "end") void b() {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEmpty();
    }
}
