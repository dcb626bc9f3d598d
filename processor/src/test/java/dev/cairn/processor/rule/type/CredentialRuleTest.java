package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.runtime.internal.CredentialNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link CredentialRule}: {@code [cairn:credential]}. */
class CredentialRuleTest {
    /** What the compiler warns of has no preview either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "dbPassword",
                "API_KEY",
                "apiKey",
                "token",
                "accessToken2",
                "privateKey",
                "credentials",
                "passwd",
                "secret",
                "tokens",
                "tokenizer",
                "secretary",
                "key",
                "monkey",
                "passwords",
                "",
                "TOKEN_",
                "x_secret_y"
            })
    void theRuntimeKnowsTheSameNames(String name) {
        assertThat(CredentialNames.contains(name)).isEqualTo(CredentialRule.isSecret(name));
    }

    @Test
    void fields() {
        assertThat(problems("""
                        String dbPassword;
                        String API_KEY;
                        String token;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:8 warning [cairn:credential] artifact `dbPassword` looks like a credential, and would be stored as plain text
                            fix:   make it transient, and read it from the environment in each step that needs it.
                        2:8 warning [cairn:credential] artifact `API_KEY` looks like a credential, and would be stored as plain text
                            fix:   make it transient, and read it from the environment in each step that needs it.
                        3:8 warning [cairn:credential] artifact `token` looks like a credential, and would be stored as plain text
                            fix:   make it transient, and read it from the environment in each step that needs it.""");
    }

    @Test
    void aParameter() {
        assertThat(problems("""
                        @Parameter String apiKey = "";
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:19 warning [cairn:credential] parameter `apiKey` looks like a credential, and would be stored as plain text
                            fix:   write `@Parameter(secret = true)`: then it is given by the environment or a file, and never stored.""");
    }

    @Test
    void acceptsSecretParameters() {
        assertThat(problems("""
                        @Parameter(secret = true) String apiKey;
                        @Parameter(required = true, secret = true) String token;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsNamesThatOnlySoundAlike() {
        assertThat(problems("""
                        List<String> tokens;
                        String tokenizer;
                        String secretary;
                        String passwordless;
                        String monkey;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsSilenced() {
        assertThat(problems("""
                        @SuppressWarnings("cairn:credential") String token;
                        @SuppressWarnings("cairn") String secret;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
