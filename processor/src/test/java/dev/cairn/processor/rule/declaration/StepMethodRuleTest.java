package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link StepMethodRule}: {@code [cairn:step-method]}. */
class StepMethodRuleTest {
    @Test
    void aPrivateMethod() {
        assertThat(problems("""
                        @Step(next = "end") private void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:34 error [cairn:step-method] step `start` is private
                            fix:   remove `private`.""");
    }

    @Test
    void aStaticMethod() {
        assertThat(problems("""
                        @Step(next = "end") static void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:33 error [cairn:step-method] step `start` is static
                            fix:   remove `static`: a step works on the artifacts of its flow.""");
    }

    @Test
    void anAbstractMethod() {
        assertThat(problemsOf("""
                        @Flow
                        abstract class Sample {
                        @Step(next = "end") abstract void start();
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:10 error [cairn:flow-class] flow `Sample` is abstract
                            fix:   remove `abstract`, or annotate the subclasses instead.
                        3:35 error [cairn:step-method] step `start` has no body
                            fix:   give it one.""");
    }

    @Test
    void aGenericMethod() {
        assertThat(problems("""
                        @Step(next = "end") <T> void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:30 error [cairn:step-method] step `start` has type parameters
                            fix:   write concrete types instead.""");
    }

    @Test
    void aMethodThatReturnsSomething() {
        assertThat(problems("""
                        @Step(next = "end") List<String> start() { return null; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:34 error [cairn:step-method] step `start` returns `List<String>`
                            fix:   make it `void`, and assign the result to a field of the flow.""");
    }

    @Test
    void acceptsAPublicFinalMethodThatThrows() {
        assertThat(problems("""
                        @Step(next = "end") public final void start() throws Exception {}
                        @Step protected synchronized void end() {}
                        """)).isEmpty();
    }
}
