package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link StepParameterRule}: {@code [cairn:step-parameter]}. */
class StepParameterRuleTest {
    @Test
    void anythingElse() {
        assertThat(problems("""
                        @Step(next = "end") void start(int size) {}
                        @Step void end(Map<String, int[]> scores) {}
                        """)).isEqualTo("""
                        1:36 error [cairn:step-parameter] Cairn cannot pass parameter `size` of type `int` to step `start`
                            fix:   read what other steps assigned from the fields of the flow. A step can take a `TaskContext`, an element of a foreach with `@Item`, its position with `@Index` and, as a join, `SampleArtifacts.StartInputs inputs`.
                        2:35 error [cairn:step-parameter] Cairn cannot pass parameter `scores` of type `Map<String, int[]>` to step `end`
                            fix:   read what other steps assigned from the fields of the flow. A step can take a `TaskContext`, an element of a foreach with `@Item`, its position with `@Index` and, as a join, `SampleArtifacts.EndInputs inputs`.""");
    }

    @Test
    void theInputsOfAnotherStep() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.AInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:55 error [cairn:step-parameter] parameter `inputs` of step `join` has type `SampleArtifacts.AInputs`, which is not the type of its inputs
                            fix:   declare it as `SampleArtifacts.JoinInputs inputs`.
                        4:46 error cannot find symbol
                          symbol:   class AInputs
                          location: class com.acme.SampleArtifacts""");
    }

    @Test
    void theInputsTwice() {
        assertThat(problems("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs, SampleArtifacts.JoinInputs others) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:93 error [cairn:step-parameter] join `join` takes its inputs twice
                            fix:   remove one of the two parameters.""");
    }

    @Test
    void acceptsEverythingAStepCanTake() {
        assertThat(problems("""
                        int n;
                        @Step(next = "work", foreach = "n") void start(TaskContext task) {}
                        @Step(next = "join") void work(@Index int index, TaskContext task, @Item int item) {}
                        @Step(next = "end") void join(TaskContext task, SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsImportedInputs() {
        assertThat(problemsOf("""
                        import com.acme.SampleArtifacts.JoinInputs;
                        @Flow
                        class Sample {
                        int n;
                        @Step(next = "work", foreach = "n") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(JoinInputs inputs) {}
                        @Step void end() {}
                        }
                        """)).isEmpty();
    }

    @Test
    void acceptsInputsWithTheirPackage() {
        assertThat(problems("""
                        int n;
                        @Step(next = "work", foreach = "n") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(com.acme.SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsInputsOfANestedFlow() {
        assertThat(problemsOf("""
                        class Outer {
                        @Flow
                        static class Sample {
                        int n;
                        @Step(next = "work", foreach = "n") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(Outer_SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        }
                        }
                        """)).isEmpty();
    }
}
