package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link CycleRule}: {@code [cairn:cycle]}. */
class CycleRuleTest {
    @Test
    void withoutASwitch() {
        assertThat(problems("""
                        @Step(next = "a") void start() {}
                        @Step(next = "b") void a() {}
                        @Step(next = "a") void b() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:14 error [cairn:cycle] step `b` leads back to `a`, but no switch can leave that loop
                            path:  a -> b -> a
                            fix:   name another step as next; or, for a loop, let a switch (`switchOn`) on this path decide whether to lead back.""");
    }

    @Test
    void aSwitchInABranchOfTheRoundLeavesNothing() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "join"), otherwise = "c") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "start") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:14 error [cairn:cycle] step `join` leads back to `start`, but no switch can leave that loop
                            path:  start -> a -> join -> start
                            fix:   name another step as next; or, for a loop, let a switch (`switchOn`) on this path decide whether to lead back.""");
    }

    @Test
    void aStepThatNamesItself() {
        assertThat(problems("""
                        @Step(next = "a") void start() {}
                        @Step(next = "a") void a() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:14 error [cairn:cycle] step `a` leads back to `a`, but no switch can leave that loop
                            path:  a -> a
                            fix:   name another step as next; or, for a loop, let a switch (`switchOn`) on this path decide whether to lead back.""");
    }

    @Test
    void aBranchThatLeadsBackToItsSplit() {
        assertThat(problems("""
                        @Step(next = {"start", "end"}) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:15 error [cairn:cycle] step `start` leads back to `start` in one of its branches
                            path:  start -> start
                            fix:   choose the next step with `switchOn`, or join the branches first: the join, or a step after it, may lead back.""");
    }

    @Test
    void aForeachThatLeadsBackBeforeItIsJoined() {
        assertThat(problems("""
                        int n;
                        @Step(next = "a") void start() {}
                        @Step(next = "start", foreach = "n") void a() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:14 error [cairn:cycle] step `a` leads back to `start` for each element
                            path:  start -> a -> start
                            fix:   join the elements first: the join, or a step after it, may lead back.""");
    }

    @Test
    void intoTheMiddleOfALoop() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "a"), otherwise = "b") void start() {}
                        @Step(next = "b") void a() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "a") void b() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:83 error [cairn:cycle] step `b` leads back to `a`, but can be reached without passing `a`
                            path:  a -> b -> a
                            fix:   lead back to a step that is on every path to `b`.""");
    }

    @Test
    void aPlainStepIntoTheMiddleOfALoop() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "a"), otherwise = "b") void start() {}
                        @Step(next = "b") void a() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "c") void b() {}
                        @Step(next = "a") void c() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:14 error [cairn:cycle] step `c` leads back to `a`, but can be reached without passing `a`
                            path:  a -> b -> c -> a
                            fix:   lead back to a step that is on every path to `c`.""");
    }

    @Test
    void ofTheLastStepNothingIsSaidBesideAnUnknownConstant() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step(next = {"start", Names.OTHER}) void end() {}
                        """)).isEqualTo("""
                        2:24 error cannot find symbol
                          symbol:   variable Names
                          location: class com.acme.Sample""");
    }

    @Test
    void acceptsALoopThatChecksFirst() {
        assertThat(problems("""
                        boolean good;
                        @Step(next = "check") void start() {}
                        @Step(switchOn = "good", cases = @Case(value = "true", next = "end"), otherwise = "repair") void check() {}
                        @Step(next = "check") void repair() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsARoundThatGoesOnEarly() {
        assertThat(problems("""
                        boolean skip;
                        @Step(next = "next") void start() {}
                        @Step(switchOn = "skip", cases = @Case(value = "true", next = "note"), otherwise = "work") void next() {}
                        @Step(next = "next") void note() {}
                        @Step(switchOn = "skip", cases = @Case(value = "true", next = "end"), otherwise = "next") void work() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAJoinThatLeadsBackToItsSplit() {
        assertThat(problems("""
                        boolean done;
                        int n;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "fan") void start() {}
                        @Step(next = "a", foreach = "n") void fan() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "start") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsLoops() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = "a") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "b"), otherwise = "a") void a() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "a") void b() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
