package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.runtime.internal.OptionNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link OptionNameRule}: {@code [cairn:option-name]}. */
class OptionNameRuleTest {
    @Test
    void takenTwice() {
        assertThat(problems("""
                        @Parameter int size = 1;
                        @Parameter(name = "Size", help = "again") int length = 1;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:19 error [cairn:option-name] parameter `length` has the option `--Size`, which `size` has too
                            fix:   give it another one: `@Parameter(name = "...")`.""");
    }

    @Test
    void takenByEveryFlow() {
        assertThat(problems("""
                        @Parameter int debug = 1;
                        @Parameter(name = "max-workers") int workers = 1;
                        @Parameter(name = "Exclusive") boolean alone;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:1 error [cairn:option-name] parameter `debug` has the option `--debug`, which `run` has for every flow
                            fix:   give it another one: `@Parameter(name = "...")`.
                        2:19 error [cairn:option-name] parameter `workers` has the option `--max-workers`, which `run` has for every flow
                            fix:   give it another one: `@Parameter(name = "...")`.
                        3:19 error [cairn:option-name] parameter `alone` has the option `--Exclusive`, which `run` has for every flow
                            fix:   give it another one: `@Parameter(name = "...")`.""");
    }

    @Test
    void notAnOption() {
        assertThat(problems("""
                        @Parameter(name = "--size") int size = 1;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:19 error [cairn:option-name] parameter `size` cannot have the option `----size`
                            fix:   use a letter, and then letters, digits, dots, hyphens and underscores.""");
    }

    @Test
    void acceptsOptionsOfTheirOwn() {
        assertThat(problems("""
                        @Parameter int size = 1;
                        @Parameter boolean json;
                        @Parameter(name = "max-size") int limit = 1;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void variablesOfASecret() {
        assertThat(problems("""
                        @Parameter(secret = true) String key;
                        @Parameter(name = "key-file") String other = "";
                        @Parameter String keyFile = "";
                        @Parameter String apiKey = "";
                        @SuppressWarnings("cairn") @Parameter(secret = true, name = "api-key") String secretKey;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:19 error [cairn:option-name] parameter `other` has the environment variable `CAIRN_RUN_KEY_FILE`, which `key` has too, and one of them is secret
                            fix:   give it another option: `@Parameter(name = "...")`.
                        3:1 error [cairn:option-name] parameter `keyFile` has the environment variable `CAIRN_RUN_KEY_FILE`, which `key` has too, and one of them is secret
                            fix:   give it another option: `@Parameter(name = "...")`.
                        4:19 warning [cairn:credential] parameter `apiKey` looks like a credential, and would be stored as plain text
                            fix:   write `@Parameter(secret = true)`: then it is given by the environment or a file, and never stored.
                        5:61 error [cairn:option-name] parameter `secretKey` has the environment variable `CAIRN_RUN_API_KEY`, which `apiKey` has too, and one of them is secret
                            fix:   give it another option: `@Parameter(name = "...")`.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "apiToken", "max-workers", "learningRate2x", "a.b", "API", "aBC"})
    void theRuntimeNamesVariablesInTheSameManner(String option) {
        assertThat(OptionNameRule.variable(option)).isEqualTo(OptionNames.variable(option));
    }
}
