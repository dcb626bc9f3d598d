package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SwitchRule}: {@code [cairn:switch]}. */
class SwitchRuleTest {
    @Test
    void aTypeThatIsNotChosenBy() {
        assertThat(problems("""
                        double mode;
                        @Step(switchOn = "mode", otherwise = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:18 error [cairn:switch] step `start` switches on `mode`, which has type `double`
                            fix:   switch on an enum, a `boolean`, a `String` or an `int`.""");
    }

    @Test
    void aMissingConstant() {
        assertThat(problems("""
                        enum Mode { FAST, SLOW, OFF }
                        Mode mode;
                        @Step(switchOn = "mode", cases = @Case(value = "FAST", next = "end")) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:18 error [cairn:switch] step `start` has no case for `SLOW` and `OFF` of `mode`
                            fix:   add a `@Case` for each, or `otherwise`.""");
    }

    @Test
    void anUnknownConstant() {
        assertThat(problems("""
                        enum Mode { FAST, SLOW }
                        Mode mode;
                        @Step(switchOn = "mode", cases = {@Case(value = "FAST", next = "end"), @Case(value = "SLOWW", next = "end")}) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:86 error [cairn:switch] `mode` of type `Sample.Mode` cannot be "SLOWW"
                            fix:   write one of `FAST` and `SLOW`. Did you mean `SLOW`?""");
    }

    @Test
    void aCaseTwice() {
        assertThat(problems("""
                        String mode;
                        @Step(switchOn = "mode", cases = {@Case(value = "a", next = "end"), @Case(value = "a", next = "end")}, otherwise = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:83 error [cairn:switch] case "a" is given twice
                            fix:   remove one of the two.""");
    }

    @Test
    void aBooleanWithOneCase() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end")) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:18 error [cairn:switch] step `start` has no case for `false` of `done`
                            fix:   add a `@Case` for each, or `otherwise`.""");
    }

    @Test
    void aNumberThatIsNone() {
        assertThat(problems("""
                        int n;
                        @Step(switchOn = "n", cases = {@Case(value = "1", next = "end"), @Case(value = "two", next = "end"), @Case(value = "03", next = "end")}, otherwise = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:80 error [cairn:switch] `n` of type `int` cannot be "two"
                            fix:   write a decimal `int`.
                        2:116 error [cairn:switch] `n` of type `int` cannot be "03"
                            fix:   write a decimal `int`.""");
    }

    @Test
    void acceptsEveryConstant() {
        assertThat(problems("""
                        enum Mode { FAST, SLOW }
                        Mode mode;
                        @Step(switchOn = "mode", cases = {@Case(value = "SLOW", next = "end"), @Case(value = "FAST", next = "end")}) void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsNegativeNumbersAndOtherwise() {
        assertThat(problems("""
                        int n;
                        @Step(switchOn = "n", cases = @Case(value = "-1", next = "end"), otherwise = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
