package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@link UnknownStepRule}: {@code [cairn:unknown-step]}. */
class UnknownStepRuleTest {
    @Test
    void aTypingMistake() {
        assertThat(problems("""
                        @Step(next = "trian") void start() {}
                        @Step(next = "end") void train() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:14 error [cairn:unknown-step] step `start` names `trian` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `train`?""");
    }

    @Test
    void oneOfSeveral() {
        assertThat(problems("""
                        @Step(next = {"a", "banana"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:1 error [cairn:unjoined-split] the split of step `start` is not joined before the end of the flow
                            path:  start -> a -> end
                            fix:   make `end` a join, with the parameter `SampleArtifacts.EndInputs inputs`, or put a join before it.
                        1:20 error [cairn:unknown-step] step `start` names `banana` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`.""");
    }

    @Test
    void inSwitchAndForeach() {
        assertThat(problems("""
                        boolean done;
                        int n;
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "ned"), otherwise = "Fan") void start() {}
                        @Step(next = "work", foreach = "n") void fan() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:63 error [cairn:unknown-step] step `start` names `ned` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?
                        3:83 error [cairn:unknown-step] step `start` names `Fan` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `fan`?
                        4:14 error [cairn:unknown-step] step `fan` names `work` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`.""");
    }

    @Test
    void aNameThatDiffersInCase() {
        assertThat(problems("""
                        @Step(next = "END") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:14 error [cairn:unknown-step] step `start` names `END` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?""");
    }

    @Test
    void acceptsAConstant() {
        assertThat(problems("""
                        static final String NEXT = "end";
                        @Step(next = NEXT) void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void ofAFirstOrLastStepThatIsMissingAnotherRuleTells() {
        assertThat(ids(problems("""
                        @Step(next = "end") void start() {}
                        """))).containsExactly("no-end");
        assertThat(ids(problems("""
                        @Step(next = {"start", "end"}) void first() {}
                        @Step void end() {}
                        """))).contains("no-start").doesNotContain("unknown-step");
    }

    @Test
    void ofAStepOfASuperclassAnotherRuleTells() {
        assertThat(ids(problemsOf("""
                        @Flow
                        class Sample extends Base {
                        @Step(next = "middle") void start() {}
                        @Step void end() {}
                        }
                        class Base {
                        @Step(next = "end") void middle() {}
                        }
                        """))).containsExactly("inherited-member");
    }

    private static List<String> ids(String problems) {
        return Pattern.compile("\\[cairn:([a-z-]+)]")
                .matcher(problems)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
