package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link EndGoesOnRule}: {@code [cairn:end-goes-on]}. */
class EndGoesOnRuleTest {
    @Test
    void theEndHasASuccessor() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step(next = "after") void end() {}
                        @Step void after() {}
                        """)).isEqualTo("""
                        2:1 error [cairn:end-goes-on] step `end` is the last step, but names a next step
                            fix:   write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.""");
    }

    @Test
    void whatItSaysIsNotToBeCompleted() {
        assertThat(problems("""
                        List<String> items;
                        @Step(next = "end") void start() {}
                        @Step(foreach = "items") void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:end-goes-on] step `end` is the last step, but names a next step
                            fix:   write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.""");
        assertThat(problems("""
                        boolean on;
                        @Step(next = "end") void start() {}
                        @Step(switchOn = "on") void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:end-goes-on] step `end` is the last step, but names a next step
                            fix:   write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.""");
    }

    @Test
    void whereItLeadsIsNotJudged() {
        for (String next : List.of("next = \"start\"", "next = \"end\"", "next = \"a\"", "next = {\"a\", \"b\"}")) {
            assertThat(problems("""
                            boolean on;
                            @Step(next = "a") void start() {}
                            @Step(switchOn = "on", cases = @Case(value = "true", next = "end"), otherwise = "b") void a() {}
                            @Step(next = "end") void b() {}
                            @Step(%s) void end() {}
                            """.formatted(next))).as(next).isEqualTo("""
                            5:1 error [cairn:end-goes-on] step `end` is the last step, but names a next step
                                fix:   write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.""");
        }
    }

    @Test
    void anotherStepThatNamesNoNextOneMayBeMeant() {
        assertThat(problems("""
                        boolean on;
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "end"), otherwise = "last") void start() {}
                        @Step(next = "last") void end() {}
                        @Step void last() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:end-goes-on] step `end` is the last step, but names a next step
                            fix:   write plain `@Step`, or end the flow in another step: name that `end`, or mark it with `end = true`.""");
    }

    @Test
    void acceptsTheEndIsAJoin() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() {}
                        @Step(next = "end") void b() {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEmpty();
    }
}
