package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link EndlessLoopRule}: {@code [cairn:endless-loop]}. */
class EndlessLoopRuleTest {
    @Test
    void everyCaseLeadsBack() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = "again") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "start"), otherwise = "again") void again() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:endless-loop] the loop that starts at step `start` has no exit, so the flow cannot end
                            path:  start -> again -> start
                            fix:   let a case of `again` name a step outside the loop.""");
    }

    @Test
    void severalSwitchesThatAllLeadBack() {
        assertThat(problems("""
                        boolean on;
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "check"), otherwise = "end") void start() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "check"), otherwise = "other") void check() {}
                        @Step(switchOn = "on", otherwise = "check") void other() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:1 error [cairn:endless-loop] the loop that starts at step `check` has no exit, so the flow cannot end
                            path:  check -> other -> check
                            fix:   let a case of `other` name a step outside the loop.""");
    }

    @Test
    void aSwitchOnThePathThatNeverLeaves() {
        assertThat(problems("""
                        boolean on;
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "check"), otherwise = "end") void start() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "quick"), otherwise = "slow") void check() {}
                        @Step(next = "check") void quick() {}
                        @Step(next = "check") void slow() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:endless-loop] the loop that starts at step `check` has no exit, so the flow cannot end
                            path:  check -> slow -> check
                            fix:   let a case of `check` name a step outside the loop.""");
    }

    @Test
    void acceptsALoopThatChecksFirst() {
        assertThat(problems("""
                        boolean more;
                        @Step(switchOn = "more", cases = @Case(value = "true", next = "work"), otherwise = "end") void start() {}
                        @Step(switchOn = "more", otherwise = "start") void work() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsOneCaseGoesOn() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "start") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
