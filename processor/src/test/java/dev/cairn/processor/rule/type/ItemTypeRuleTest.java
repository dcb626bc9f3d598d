package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ItemTypeRule}: {@code [cairn:item-type]}. */
class ItemTypeRuleTest {
    @Test
    void anotherClass() {
        assertThat(problems("""
                        List<String> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item Integer item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:46 error [cairn:item-type] parameter `item` of step `work` has type `Integer`, but an element of `items` has type `String`
                            fix:   declare it as `@Item String item`.""");
    }

    @Test
    void aNarrowerNumber() {
        assertThat(problems("""
                        int items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item short item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:44 error [cairn:item-type] parameter `item` of step `work` has type `short`, but an element of `items` has type `int`
                            fix:   declare it as `@Item int item`.""");
    }

    @Test
    void theElementOfAnArray() {
        assertThat(problems("""
                        double[] items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item float item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:44 error [cairn:item-type] parameter `item` of step `work` has type `float`, but an element of `items` has type `double`
                            fix:   declare it as `@Item double item`.""");
        assertThat(problems("""
                        String[] items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item int item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:42 error [cairn:item-type] parameter `item` of step `work` has type `int`, but an element of `items` has type `String`
                            fix:   declare it as `@Item String item`.""");
    }

    @Test
    void theValueOfAMap() {
        assertThat(problems("""
                        Map<String, Integer> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item Integer item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:46 error [cairn:item-type] parameter `item` of step `work` has type `Integer`, but an element of `items` has type `Map.Entry<String, Integer>`
                            fix:   declare it as `@Item Map.Entry<String, Integer> item`.""");
    }

    @Test
    void theSameInSeveralStepsIsToldOnce() {
        assertThat(problems("""
                        Map<String, Integer> items;
                        @Step(next = "a", foreach = "items") void start() {}
                        @Step(next = "b") void a(@Item String item) {}
                        @Step(next = "c") void b(@Item String item, @Item Integer value) {}
                        @Step(next = "join") void c(@Item String key) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:39 error [cairn:item-type] parameter `item` of step `a` has type `String`, but an element of `items` has type `Map.Entry<String, Integer>`
                            also:  in steps `b` and `c`
                            fix:   declare it as `@Item Map.Entry<String, Integer> item`.
                        4:59 error [cairn:item-type] parameter `value` of step `b` has type `Integer`, but an element of `items` has type `Map.Entry<String, Integer>`
                            fix:   declare it as `@Item Map.Entry<String, Integer> value`.""");
    }

    @Test
    void aPositionThatIsNoInt() {
        assertThat(problems("""
                        int items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Index long index) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:44 error [cairn:item-type] parameter `index` of step `work` has type `long`, but a position has type `int`
                            fix:   declare it as `@Index int index`.""");
    }

    @Test
    void acceptsAssignmentConversions() {
        assertThat(problems("""
                        List<Integer> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item long number, @Item Number boxed, @Item int item, @Item Object any) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsTheEntryOfAMap() {
        assertThat(problems("""
                        Map<String, Integer> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item Map.Entry<String, Integer> entry) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsTheElementOfAnArray() {
        assertThat(problems("""
                        double[] items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item double item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
