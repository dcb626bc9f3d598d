package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretHashesTest {
    private static final byte[] VALUE = bytes("\1\2\3encoded");

    /** What was stored once is compared with later values for ever. The hash was computed by Python's {@code hashlib}. */
    private static Map<String, Object> stored() {
        Map<String, Object> stored = new HashMap<>();
        stored.put("function", "PBKDF2WithHmacSHA512");
        stored.put("iterations", 210_000);
        stored.put("salt", "000102030405060708090a0b0c0d0e0f");
        stored.put("hashes", Map.of("token", "9b0eb3c59f483e610b94c5c61773dc731d9a8858cdb617ec2b3eea9bf75d29b1"));
        return stored;
    }

    @Test
    void storedHashesAreUnderstood() {
        SecretHashes hashes = SecretHashes.read(stored());

        assertThat(hashes.parameters()).containsExactly("token");
        assertThat(hashes.isSame("token", VALUE)).isTrue();
        assertThat(hashes.isSame("token", bytes("\1\2\3encodee"))).isFalse();
        assertThat(hashes.toMap()).isEqualTo(stored());
    }

    @Test
    void aValueThatWasNotGivenIsAnother() {
        SecretHashes hashes = SecretHashes.read(stored());

        assertThat(hashes.isSame("token", null)).isFalse();
        assertThat(hashes.isSame("other", VALUE)).isFalse();
        assertThat(hashes.isSame("other", null)).isTrue();
    }

    @Test
    void eachRunAndEachParameterLooksDifferent() {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        secrets.put("token", VALUE);
        secrets.put("again", VALUE);
        SecretHashes one = SecretHashes.of(secrets);
        SecretHashes other = SecretHashes.of(Map.of("token", VALUE));

        assertThat(one.isSame("token", VALUE)).isTrue();
        assertThat(SecretHashes.read(one.toMap()).isSame("again", VALUE)).isTrue();
        assertThat(one.parameters()).containsExactly("token", "again");
        assertThat(one.toMap().get("salt")).isNotEqualTo(other.toMap().get("salt"));
        Map<?, ?> hashes = (Map<?, ?>) one.toMap().get("hashes");
        assertThat(hashes.get("token")).isNotEqualTo(hashes.get("again"));
        assertThat(hashes.get("token").toString()).matches("[0-9a-f]{64}");
    }

    /** Whoever can write to a datastore must not make others compute for hours. */
    @Test
    void whatCannotBeComparedHasChanged() {
        assertThat(SecretHashes.read(with("iterations", Integer.MAX_VALUE)).isSame("token", VALUE))
                .isFalse();
        assertThat(SecretHashes.read(with("iterations", 0)).isSame("token", VALUE))
                .isFalse();
        assertThat(SecretHashes.read(with("function", "Argon2id")).isSame("token", VALUE))
                .isFalse();
        assertThat(SecretHashes.read(with("salt", "ff")).isSame("token", VALUE)).isFalse();
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> stored = stored();
        stored.put(key, value);
        return stored;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
