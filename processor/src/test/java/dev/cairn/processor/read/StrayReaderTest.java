package dev.cairn.processor.read;

import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

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
