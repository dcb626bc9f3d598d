package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link StepAnnotationRule}: {@code [cairn:step-annotation]}. */
class StepAnnotationRuleTest {
    @Test
    void nextAndSwitch() {
        assertThat(problems("""
                        boolean done;
                        @Step(next = "end", switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:step-annotation] `@Step` on `start` gives both `next` and `switchOn`
                            fix:   either go on with `next`, or choose among `cases` with `switchOn`.""");
    }

    @Test
    void foreachAndSwitch() {
        assertThat(problems("""
                        boolean done;
                        int n;
                        @Step(switchOn = "done", otherwise = "end", foreach = "n") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:55 error [cairn:step-annotation] `@Step` on `start` gives both `switchOn` and `foreach`
                            fix:   either go on with `next`, or choose among `cases` with `switchOn`.""");
    }

    @Test
    void casesWithoutSwitch() {
        assertThat(problems("""
                        @Step(cases = @Case(value = "true", next = "end")) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:15 error [cairn:step-annotation] `@Step` on `start` gives `cases` without `switchOn`
                            fix:   name the artifact that chooses: `switchOn = "..."`.""");
    }

    @Test
    void switchWithoutCases() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:18 error [cairn:step-annotation] `@Step` on `start` gives `switchOn` without `cases`
                            fix:   list the ways to go on: `cases = {@Case(value = "...", next = "..."), ...}`.""");
    }

    @Test
    void maxIterationsWithoutSwitch() {
        assertThat(problems("""
                        @Step(next = "end", maxIterations = 3) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:37 error [cairn:step-annotation] `@Step` on `start` gives `maxIterations` without `switchOn`
                            fix:   remove it, or give it to a switch of the loop: only a switch can leave one.""");
    }

    @Test
    void foreachWithoutNext() {
        assertThat(problems("""
                        int n;
                        @Step(foreach = "n") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:17 error [cairn:step-annotation] `@Step` on `start` gives `foreach` without `next`
                            fix:   name the step that runs for each element: `next = "..."`.""");
    }

    @Test
    void foreachWithSeveralSteps() {
        assertThat(problems("""
                        int n;
                        @Step(foreach = "n", next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:35 error [cairn:step-annotation] `@Step` on `start` gives `foreach` with several steps in `next`
                            fix:   name one step; it may itself split into several.""");
    }

    @Test
    void acceptsASwitchWithOnlyOtherwise() {
        assertThat(problems("""
                        String mode;
                        @Step(switchOn = "mode", otherwise = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
