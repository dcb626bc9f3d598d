package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnreachableStepRule}: {@code [cairn:unreachable-step]}. */
class UnreachableStepRuleTest {
    @Test
    void aStepThatNothingNames() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step(next = "second") void first() {}
                        @Step(next = "end") void second() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:29 error [cairn:unreachable-step] step `first` cannot be reached from the start
                            fix:   name it in `next` of another step, or remove it.""");
    }

    @Test
    void stepsThatOnlyNameEachOther() {
        assertThat(problems("""
                        boolean on;
                        @Step(next = "end") void start() {}
                        @Step(next = "pong") void ping() {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "ping"), otherwise = "end") void pong() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:27 error [cairn:unreachable-step] step `ping` cannot be reached from the start
                            fix:   name it in `next` of another step, or remove it.""");
    }

    @Test
    void notSaidWhileANameIsWrong() {
        assertThat(problems("""
                        @Step(next = "ennd") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:14 error [cairn:unknown-step] step `start` names `ennd` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?""");
    }
}
