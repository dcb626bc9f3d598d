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
                        2:32 error [cairn:step-annotation] `@Step` on `start` has both `next` and `switchOn`
                            fix:   use either `next`, or `switchOn` with `cases`.""");
    }

    @Test
    void foreachAndSwitch() {
        assertThat(problems("""
                        boolean done;
                        int n;
                        @Step(switchOn = "done", otherwise = "end", foreach = "n") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:55 error [cairn:step-annotation] `@Step` on `start` has both `switchOn` and `foreach`
                            fix:   use either `next`, or `switchOn` with `cases`.""");
    }

    @Test
    void casesWithoutSwitch() {
        assertThat(problems("""
                        @Step(cases = @Case(value = "true", next = "end")) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:15 error [cairn:step-annotation] `@Step` on `start` has `cases` without `switchOn`
                            fix:   name the artifact to switch on: `switchOn = "..."`.""");
    }

    @Test
    void switchWithoutCases() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:18 error [cairn:step-annotation] `@Step` on `start` has `switchOn` without `cases`
                            fix:   list the cases: `cases = {@Case(value = "...", next = "..."), ...}`.""");
    }

    @Test
    void maxIterationsWithoutSwitch() {
        assertThat(problems("""
                        @Step(next = "end", maxIterations = 3) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:37 error [cairn:step-annotation] `@Step` on `start` has `maxIterations` without `switchOn`
                            fix:   remove it, or move it to a switch in the loop: only a switch can leave a loop.""");
    }

    @Test
    void foreachWithoutNext() {
        assertThat(problems("""
                        int n;
                        @Step(foreach = "n") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:17 error [cairn:step-annotation] `@Step` on `start` has `foreach` without `next`
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
                        2:35 error [cairn:step-annotation] `@Step` on `start` has `foreach` with several steps in `next`
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
