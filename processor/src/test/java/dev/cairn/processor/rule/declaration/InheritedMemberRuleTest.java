package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link InheritedMemberRule}: {@code [cairn:inherited-member]}. */
class InheritedMemberRuleTest {
    @Test
    void stepsAndFieldsOfASuperclass() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample extends Base {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        class Base {
                        int size;
                        @Step(next = "end") void middle() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:inherited-member] flow `Sample` inherits field `size` from `Base`
                            fix:   declare artifacts in `Sample`, and make fields `transient` that must not be stored.
                        2:1 error [cairn:inherited-member] flow `Sample` inherits step `middle` from `Base`
                            fix:   declare steps in `Sample`; they may call methods of the superclass.""");
    }

    @Test
    void whatTheFlowLacksForThatIsNotToldBeside() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample extends Base {
                        @Step(next = "last") void middle() {}
                        }
                        class Base {
                        @Step(next = "middle") void start() {}
                        @Step(end = true) void last() {}
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:inherited-member] flow `Sample` inherits steps `start` and `last` from `Base`
                            fix:   declare steps in `Sample`; they may call methods of the superclass.""");
    }

    @Test
    void aParameterOfASuperclassOfTheSuperclass() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample extends Middle {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        class Middle extends Base {}
                        class Base {
                        @Parameter int size;
                        }
                        """)).isEqualTo("""
                        2:1 error [cairn:inherited-member] flow `Sample` inherits field `size` from `Base`
                            fix:   declare artifacts in `Sample`, and make fields `transient` that must not be stored.""");
    }

    @Test
    void acceptsHelpersAndTransientFieldsOfASuperclass() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample extends Base {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        class Base {
                        static int count;
                        transient int size;
                        int _scratch;
                        void help() {}
                        }
                        """)).isEmpty();
    }
}
