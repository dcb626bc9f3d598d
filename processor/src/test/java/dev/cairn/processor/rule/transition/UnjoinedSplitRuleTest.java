package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnjoinedSplitRule}: {@code [cairn:unjoined-split]}. */
class UnjoinedSplitRuleTest {
    @Test
    void branchesMeetInAStep() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "end") void b() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:12 error [cairn:unjoined-split] branches `a` and `b` of step `start` meet in `end`, which is not a join
                            path:  start -> a -> end
                            and:   start -> b -> end
                            fix:   make `end` a join, with the parameter `SampleArtifacts.EndInputs inputs`, or put a join before it.""");
    }

    @Test
    void aForeachIsOpenAtTheEnd() {
        assertThat(problems("""
                        int n;
                        @Step(next = "work", foreach = "n") void start() {}
                        @Step(next = "end") void work() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:1 error [cairn:unjoined-split] the foreach of step `start` is not joined before the end of the flow
                            path:  start -> work -> end
                            fix:   make `end` a join, with the parameter `SampleArtifacts.EndInputs inputs`, or put a join before it.""");
    }

    @Test
    void aForeachWithinAForeach() {
        assertThat(problems("""
                        int n;
                        int m;
                        @Step(next = "outer", foreach = "n") void start() {}
                        @Step(next = "inner", foreach = "m") void outer() {}
                        @Step(next = "join") void inner() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:unjoined-split] the foreach of step `start` is not joined before the end of the flow
                            path:  start -> outer -> inner -> join -> end
                            fix:   make `end` a join, with the parameter `SampleArtifacts.EndInputs inputs`, or put a join before it.""");
    }

    @Test
    void aSwitchEntersAndGoesPast() {
        assertThat(problems("""
                        boolean on;
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "split"), otherwise = "end") void start() {}
                        @Step(next = {"a", "b"}) void split() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "end") void b() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:12 error [cairn:unjoined-split] step `end` is reached from inside the split of step `split` and from outside it
                            path:  split -> a -> end
                            and:   start -> end
                            fix:   join what `split` starts before `end`.""");
    }

    @Test
    void aStepThatTwoBranchesShareBeforeTheirJoin() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "d"), otherwise = "c") void a() {}
                        @Step(next = "d") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "join") void d() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:27 error [cairn:unjoined-split] branches `a` and `b` of step `start` meet in `d`, which is not a join
                            path:  start -> a -> d
                            and:   start -> b -> d
                            fix:   give each branch its own step instead of `d`, or lead every path to `d` and make that the join, instead of `join`.""");
    }

    @Test
    void acceptsAJoinThatSplitsAgain() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "middle") void a() {}
                        @Step(next = "middle") void b() {}
                        @Step(next = {"c", "d"}) void middle(SampleArtifacts.MiddleInputs inputs) {}
                        @Step(next = "end") void c() {}
                        @Step(next = "end") void d() {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEmpty();
    }
}
