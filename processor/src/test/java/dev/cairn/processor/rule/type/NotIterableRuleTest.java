package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link NotIterableRule}: {@code [cairn:not-iterable]}. */
class NotIterableRuleTest {
    @Test
    void aString() {
        assertThat(problems("""
                        String items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:not-iterable] step `start` has a foreach over `items`, which has type `String`
                            fix:   use an `Iterable`, an array, a `Map` or an `int`.""");
    }

    @Test
    void aLong() {
        assertThat(problems("""
                        long items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:not-iterable] step `start` has a foreach over `items`, which has type `long`
                            fix:   use an `Iterable`, an array, a `Map` or an `int`.""");
    }

    @Test
    void acceptsAMap() {
        assertThat(problems("""
                        Map<String, Integer> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAnArray() {
        assertThat(problems("""
                        double[] items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAnInt() {
        assertThat(problems("""
                        int items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void aBoxedInt() {
        assertThat(problems("""
                        Integer items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:not-iterable] step `start` has a foreach over `items`, which has type `Integer`
                            fix:   use an `Iterable`, an array, a `Map` or an `int`.""");
    }
}
