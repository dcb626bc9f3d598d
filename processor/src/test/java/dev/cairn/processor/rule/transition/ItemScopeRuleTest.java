package dev.cairn.processor.rule.transition;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ItemScopeRule}: {@code [cairn:item-scope]}. */
class ItemScopeRuleTest {
    @Test
    void noForeach() {
        assertThat(problems("""
                        @Step(next = "end") void start() {}
                        @Step void end(@Item String item, @Index int index) {}
                        """)).isEqualTo("""
                        2:29 error [cairn:item-scope] `@Item` on parameter `item` of step `end`, but the step is not inside a foreach
                            fix:   remove the parameter, or put the step inside a foreach.
                        2:46 error [cairn:item-scope] `@Index` on parameter `index` of step `end`, but the step is not inside a foreach
                            fix:   remove the parameter, or put the step inside a foreach.""");
    }

    @Test
    void inTheJoinOfTheForeach() {
        assertThat(problems("""
                        List<String> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs, @Item String item) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:79 error [cairn:item-scope] `@Item` on parameter `item` of step `join`, but the step is not inside a foreach
                            fix:   read the elements from the inputs of the join: each input has the artifacts of its task.""");
    }

    @Test
    void aForeachOverAnotherArtifact() {
        assertThat(problems("""
                        List<String> items;
                        int n;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item("n") int item, @Index("itemz") int index) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:47 error [cairn:item-scope] `@Item("n")` on parameter `item` of step `work`, but the step is not inside a foreach over `n`
                            fix:   name a foreach around the step: `items`.
                        4:73 error [cairn:item-scope] `@Index("itemz")` on parameter `index` of step `work`, but the step is not inside a foreach over `itemz`
                            fix:   name a foreach around the step: `items`.""");
    }

    @Test
    void twoForeachesOverTheSameArtifact() {
        assertThat(problems("""
                        int n;
                        @Step(next = "outer", foreach = "n") void start() {}
                        @Step(next = "inner", foreach = "n") void outer() {}
                        @Step(next = "one") void inner(@Item("n") int item) {}
                        @Step(next = "two") void one(SampleArtifacts.OneInputs inputs) {}
                        @Step(next = "end") void two(SampleArtifacts.TwoInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:47 error [cairn:item-scope] `@Item("n")` on parameter `item` of step `inner` could mean any of the 2 foreaches around it
                            fix:   give each foreach its own artifact, or, for the innermost, write plain `@Item`.""");
    }

    @Test
    void acceptsTheInnermostAndTheNamed() {
        assertThat(problems("""
                        List<String> items;
                        int n;
                        @Step(next = "outer", foreach = "items") void start() {}
                        @Step(next = "inner", foreach = "n") void outer(@Item String item) {}
                        @Step(next = "one") void inner(@Item int number, @Item("items") String item, @Index("items") int outer) {}
                        @Step(next = "two") void one(SampleArtifacts.OneInputs inputs, @Item String item) {}
                        @Step(next = "end") void two(SampleArtifacts.TwoInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
