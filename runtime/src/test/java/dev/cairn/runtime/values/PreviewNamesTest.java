package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.schema.Schema;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names tell what may hold a secret. */
class PreviewNamesTest {
    private static final byte[] TEXT =
            ArtifactFormat.encode(Codecs.STRING, "a text").bytes();

    private static Schema withField(String name) {
        return Schema.parse(("cairn schema 0\nlist<com.acme.Login>\nstruct com.acme.Login{" + name + ":string}\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "dbPassword", "API_KEY", "token", "accessToken", "privateKey", "credentials"})
    void secrets(String name) {
        assertThat(new Preview(name, Codecs.STRING.schema()).of(TEXT)).isEmpty();
        assertThat(new Preview("logins", withField(name)).of(new byte[100])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tokenizer", "tokens", "passwords", "secretary", "key"})
    void others(String name) {
        assertThat(new Preview(name, Codecs.STRING.schema()).of(TEXT)).contains("\"a text\"");
    }

    @Test
    void aRecordWithoutASecretIsShown() {
        byte[] none = ArtifactFormat.encode(Codecs.list(Codecs.STRING), null).bytes();
        assertThat(new Preview("logins", withField("name")).of(none)).contains("null");
    }
}
