package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SecretTransitionRule}: {@code [cairn:secret-transition]}. */
class SecretTransitionRuleTest {
    @Test
    void aForeach() {
        assertThat(problems("""
                        @Parameter(secret = true) List<String> keys;
                        @Step(next = "work", foreach = "keys") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:32 error [cairn:secret-transition] step `start` has a foreach over the secret parameter `keys`, whose elements would be stored
                            fix:   make a list of what may be stored, such as names or positions, and use that.""");
    }

    @Test
    void aSwitch() {
        assertThat(problems("""
                        @Parameter(secret = true) boolean admin;
                        @Step(switchOn = "admin", cases = @Case(value = "true", next = "a"), otherwise = "end") void start() {}
                        @Step(next = "end") void a() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:18 error [cairn:secret-transition] step `start` switches on the secret parameter `admin`, so the stored path would show its value
                            fix:   switch on an artifact that may be stored.""");
    }

    @Test
    void acceptsParametersThatAreStored() {
        assertThat(problems("""
                        @Parameter(secret = true) String key;
                        @Parameter List<String> names = List.of();
                        @Parameter boolean fast;
                        @Step(next = "work", foreach = "names") void start() {}
                        @Step(next = "join") void work() {}
                        @Step(switchOn = "fast", cases = @Case(value = "true", next = "a"), otherwise = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step(next = "end") void a() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
