package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link OverwrittenValueRule}: {@code [cairn:overwritten-value]}. */
class OverwrittenValueRuleTest {
    @Test
    void replacedBeforeAnythingReadsIt() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { report = "draft"; report = "final"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        2:36 warning [cairn:overwritten-value] the value assigned to `report` is overwritten before anything reads it
                            fix:   remove this assignment, or keep the value in a separate field.""");
    }

    @Test
    void inAHelperOfTwoSteps() {
        assertThat(allProblems("""
                        transient int work;
                        @Step(next = "end") void start() { fill(); }
                        @Step void end() { fill(); }
                        void fill() { work = 1; work = 2; System.out.println(work); }
                        """)).isEqualTo("""
                        4:15 warning [cairn:overwritten-value] the value assigned to `work` is overwritten before anything reads it
                            fix:   remove this assignment, or keep the value in a separate field.""");
    }

    @Test
    void acceptsAReadBetween() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { report = "draft"; report = report + "!"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEmpty();
    }

    @Test
    void acceptsADefaultThatACaseReplaces() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start(TaskContext task) { report = "draft"; if (task.attempt() > 0) report = "final"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEmpty();
    }

    @Test
    void acceptsAValueThatIsThereWhereAFailureIsCaught() {
        assertThat(allProblems("""
                        Failure failure;
                        int n;
                        @Catch("failure") @Step(next = "end") void start() { fill(); }
                        @Step void end() { System.out.println(n); System.out.println(failure); }
                        void fill() { n = 0; boom(); n = 9; }
                        static void boom() {}
                        """)).doesNotContain("overwritten-value");
    }

    @Test
    void aHelperOfACaughtStepAndOfAnotherIsRight() {
        assertThat(allProblems("""
                        Failure failure;
                        int n = 1;
                        @Catch("failure") @Step(next = "end") void start() { fill(); }
                        @Step void end() { System.out.println(failure); fill(); }
                        void fill() { n = 0; boom(); n = 9; }
                        static void boom() {}
                        """)).isEmpty();
    }
}
