package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link StaticAssignmentRule}: {@code [cairn:static-assignment]}. */
class StaticAssignmentRuleTest {
    @Test
    void assignedInAStep() {
        assertThat(allProblems("""
                        static int calls;
                        static final List<String> NAMES = new ArrayList<>();
                        @Step(next = "end") void start() { calls++; NAMES.add("x"); }
                        @Step void end() { Sample.calls = 0; }
                        """)).isEqualTo("""
                        3:36 warning [cairn:static-assignment] static field `calls` is assigned by a step: its value is lost when a run is resumed, or when tasks run in separate processes
                            fix:   remove `static`: then it is an artifact.""");
    }

    @Test
    void acceptsReads() {
        assertThat(allProblems("""
                        static int calls = 3;
                        @Step(next = "end") void start() { System.out.println(calls); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAnInitialiser() {
        assertThat(allProblems("""
                        static int calls;
                        static { calls = 3; }
                        @Step(next = "end") void start() { System.out.println(calls); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void severalAssignmentsAreToldOnce() {
        assertThat(allProblems("""
                        static int calls;
                        @Step(next = "end") void start() { calls = 1; }
                        @Step void end() { System.out.println(calls); calls = 3; }
                        """)).isEqualTo("""
                        2:36 warning [cairn:static-assignment] static field `calls` is assigned by a step: its value is lost when a run is resumed, or when tasks run in separate processes
                            fix:   remove `static`: then it is an artifact.""");
    }

    @Test
    void acceptsInAClassWithinAStepWhatMayBeAnotherField() {
        assertThat(allProblems("""
                        static int calls;
                        @Step(next = "end") void start() { new Thread() { @Override public void run() { calls = 1; } }.start(); }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
