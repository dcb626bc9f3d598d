package dev.cairn.processor.rule;

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
                        3:14 error [cairn:cycle] step `b` leads back to `a`
                            path:  a -> b -> a
                            fix:   go on with another step; for a loop, choose with `switchOn` whether to lead back.""");
    }

    @Test
    void aStepThatNamesItself() {
        assertThat(problems("""
                        @Step(next = {"start", "end"}) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:15 error [cairn:cycle] step `start` leads back to `start`
                            path:  start -> start
                            fix:   go on with another step; for a loop, choose with `switchOn` whether to lead back.""");
    }

    @Test
    void aStepAfterTheSwitchLeadsBack() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = "check") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "again") void check() {}
                        @Step(next = "check") void again() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:14 error [cairn:cycle] step `again` leads back to `check`
                            path:  check -> again -> check
                            fix:   let a case of the switch itself lead back: only a switch counts its iterations.""");
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
                        4:83 error [cairn:cycle] step `b` leads back to `a`, but can be reached without it
                            path:  a -> b -> a
                            fix:   lead back to a step through which every way to `b` goes.""");
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
