package dev.cairn.processor.read;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** {@code [cairn:misplaced-annotation]}. */
class StrayReaderTest {
    @Test
    void outsideOfAFlow() {
        assertThat(problemsOf("""
                        class Sample {
                            @Parameter int size;
                            @Step(next = "end") @Retry(times = 2) void start(@Item String item) {}
                            @Timeout("PT1S") void help(@Index int index) {}
                        }
                        """)).isEqualTo("""
                        2:5 error [cairn:misplaced-annotation] `@Parameter` on `size` has no effect
                            fix:   it belongs on a field of a class with `@Flow`.
                        3:5 error [cairn:misplaced-annotation] `@Step` on `start` has no effect
                            fix:   it belongs on a method of a class with `@Flow`.
                        4:5 error [cairn:misplaced-annotation] `@Timeout` on `help` has no effect
                            fix:   it belongs on a method with `@Step`.
                        4:32 error [cairn:misplaced-annotation] `@Index` on `index` has no effect
                            fix:   it belongs on a parameter of a method with `@Step`.""");
    }

    @Test
    void withinAFlow() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample {
                            @Parameter transient int size;
                            @Parameter static int count;
                            @Step(next = "end") void start() {}
                            @Catch("failure") void help() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        3:5 error [cairn:misplaced-annotation] `@Parameter` on `size` has no effect
                            fix:   it belongs on a field that is neither static nor transient nor begins with an underscore.
                        4:5 error [cairn:misplaced-annotation] `@Parameter` on `count` has no effect
                            fix:   it belongs on a field that is neither static nor transient nor begins with an underscore.
                        6:5 error [cairn:misplaced-annotation] `@Catch` on `help` has no effect
                            fix:   it belongs on a method with `@Step`.""");
    }

    /** The compiler says what is wrong with `@Flow`; that the class is therefore no flow explains all else. */
    @Test
    void notSaidWhereAnAnnotationOfTheClassIsNotKnown() {
        assertThat(compiled("""
                        package com.acme;
                        import dev.cairn.*;
                        import java.util.concurrent.*;
                        @Flow
                        class Sample {
                            @Parameter int size;
                            @Step(next = "end") void start() {}
                            @Step @Retry(times = 1) void end() {}
                        }
                        """)).singleElement(as(STRING)).startsWith("4 ERROR reference to Flow is ambiguous");
        assertThat(compiled("""
                        package com.acme;
                        import dev.cairn.Step;
                        @Flow
                        class Sample {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).singleElement(as(STRING)).startsWith("3 ERROR cannot find symbol");
    }

    private static List<String> compiled(String source) {
        JavaFileObject file = JavaFileObjects.forSourceString("com.acme.Sample", source);
        return compiler().compile(file).diagnostics().stream()
                .map(said -> said.getLineNumber() + " " + said.getKind() + " " + said.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void aDefaultOfWhatIsNoPartOfAStoredValue() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample {
                            @Default("1") int size;
                            record Row(@Default("1") int size) {}
                            static class Box { @Default("1") int size; @Default("2") static int count; }
                            Row row;
                            Box box;
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        3:5 error [cairn:misplaced-annotation] `@Default` on `size` has no effect
                            fix:   it belongs on a component of a record, or on a field of a class that artifacts hold, neither static nor transient.
                        5:48 error [cairn:misplaced-annotation] `@Default` on `count` has no effect
                            fix:   it belongs on a component of a record, or on a field of a class that artifacts hold, neither static nor transient.""");
    }
}
