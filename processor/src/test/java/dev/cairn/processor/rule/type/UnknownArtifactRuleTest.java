package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnknownArtifactRule}: {@code [cairn:unknown-artifact]}. */
class UnknownArtifactRuleTest {
    @Test
    void ofAForeach() {
        assertThat(problems("""
                        List<String> items;
                        @Step(next = "work", foreach = "itmes") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:unknown-artifact] step `start` names `itmes`, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore. Did you mean `items`?""");
    }

    @Test
    void aFieldThatIsNotStored() {
        assertThat(problems("""
                        transient List<String> items;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:unknown-artifact] step `start` names `items`, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore.""");
    }

    @Test
    void ofASwitchAndOfACatch() {
        assertThat(problems("""
                        @Step(switchOn = "mode", otherwise = "middle") void start() {}
                        @Step(next = "end") @Catch("failure") void middle() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:18 error [cairn:unknown-artifact] step `start` names `mode`, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore.
                        2:28 error [cairn:unknown-artifact] step `middle` names `failure`, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore.""");
    }

    @Test
    void acceptsAParameter() {
        assertThat(problems("""
                        @Parameter List<String> items = List.of();
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
