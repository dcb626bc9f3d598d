package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link FlowClassRule}: {@code [cairn:flow-class]}. */
class FlowClassRuleTest {
    @Test
    void anInterface() {
        assertThat(problemsOf("""
                        @Flow
                        interface Sample {
                        @Step(next = "end") default void start() {}
                        @Step default void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-class] flow `Sample` is declared as an interface
                            fix:   declare it as a class.""");
    }

    @Test
    void anEnum() {
        assertThat(problemsOf("""
                        @Flow
                        enum Sample {
                        ONE;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-class] flow `Sample` is declared as an enum
                            fix:   declare it as a class.""");
    }

    @Test
    void aRecord() {
        assertThat(problemsOf("""
                        @Flow
                        record Sample() {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-class] flow `Sample` is declared as a record
                            fix:   declare it as a class.""");
    }

    @Test
    void anAbstractClass() {
        assertThat(problemsOf("""
                        @Flow
                        abstract class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:10 error [cairn:flow-class] flow `Sample` is abstract
                            fix:   remove `abstract`, or annotate the subclasses instead.""");
    }

    @Test
    void aPrivateClass() {
        assertThat(problemsOf("""
                        class Outer {
                        @Flow
                        private static class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        }
                        """)).isEqualTo("""
                        3:16 error [cairn:flow-class] flow `Sample` is private, or in a private class
                            fix:   make it visible in its package: remove `private`.""");
    }

    @Test
    void aClassInAPrivateOne() {
        assertThat(problemsOf("""
                        class Outer {
                        private static class Middle {
                        @Flow
                        static class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        }
                        }
                        """)).isEqualTo("""
                        4:8 error [cairn:flow-class] flow `Sample` is private, or in a private class
                            fix:   make it visible in its package: remove `private`.""");
    }

    @Test
    void anInnerClass() {
        assertThat(problemsOf("""
                        class Outer {
                        @Flow
                        class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        }
                        """)).isEqualTo("""
                        3:1 error [cairn:flow-class] flow `Sample` is an inner class
                            fix:   make it static, or a top-level class.""");
    }

    @Test
    void aGenericClass() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample<T> {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-class] flow `Sample` has type parameters
                            fix:   write concrete types instead.""");
    }

    @Test
    void noConstructorWithoutArguments() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample {
                        Sample(int size) {}
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-class] flow `Sample` has no no-argument constructor that its package can call
                            fix:   add one; its arguments can become parameters of the flow.""");
    }

    @Test
    void aPrivateConstructor() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample {
                        private Sample() {}
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:flow-class] flow `Sample` has no no-argument constructor that its package can call
                            fix:   add one; its arguments can become parameters of the flow.""");
    }

    @Test
    void acceptsAStaticNestedClassWithSeveralConstructors() {
        assertThat(problemsOf("""
                        class Outer {
                        @Flow
                        static class Sample {
                        Sample() {}
                        Sample(int size) {}
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        }
                        """)).isEmpty();
    }
}
