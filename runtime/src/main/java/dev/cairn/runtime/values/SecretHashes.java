package dev.cairn.runtime.values;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a run stores of the secrets that it was given: enough to tell later whether a value is another one, and no more.
 *
 * <p>Each is the PBKDF2 (RFC 8018) of the name and the encoded value, with HMAC-SHA-512 and a random salt of the run. The salt makes
 * equal secrets of different runs look different; the name does the same within a run. Nobody gets a random token of usual length back
 * from its hash. A secret that can be guessed, such as a word or a PIN, is found by trying: the iterations make a try as slow as OWASP
 * recommends for passwords, some tenths of a second, which delays, and does not prevent. A key instead of a salt would prevent it, but
 * there is no place for one that a later process finds, and who reads the datastore does not.
 *
 * <p>The stored form is a map of texts and numbers. Immutable and thread-safe.
 */
public final class SecretHashes {
    /** The name under which they are stored with a run that was given secrets. */
    public static final String ARTIFACT = "_secret_hashes";

    private static final String FUNCTION = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final String function;
    private final int iterations;
    private final byte[] salt;
    private final Map<String, String> hashes;

    private SecretHashes(String function, int iterations, byte[] salt, Map<String, String> hashes) {
        this.function = function;
        this.iterations = iterations;
        this.salt = salt;
        this.hashes = hashes;
    }

    /**
     * {@return the hashes of secrets, with a new salt}
     *
     * @param encoded the encoded values by name of the parameter
     */
    public static SecretHashes of(Map<String, byte[]> encoded) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        SecretHashes none = new SecretHashes(FUNCTION, ITERATIONS, salt, Map.of());
        Map<String, String> hashes = new LinkedHashMap<>();
        encoded.forEach((name, value) -> hashes.put(name, none.hash(name, value)));
        return new SecretHashes(FUNCTION, ITERATIONS, salt, hashes);
    }

    /**
     * Reads the stored form.
     *
     * @param stored what {@link #toMap} returned
     * @return the hashes
     */
    public static SecretHashes read(Map<?, ?> stored) {
        Map<String, String> hashes = new LinkedHashMap<>();
        ((Map<?, ?>) get(stored, "hashes")).forEach((name, hash) -> hashes.put((String) name, (String) hash));
        return new SecretHashes(
                (String) get(stored, "function"),
                ((Number) get(stored, "iterations")).intValue(),
                HexFormat.of().parseHex((String) get(stored, "salt")),
                hashes);
    }

    private static Object get(Map<?, ?> stored, String key) {
        return Objects.requireNonNull(stored.get(key));
    }

    /** {@return the stored form} */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("function", function);
        map.put("iterations", iterations);
        map.put("salt", HexFormat.of().formatHex(salt));
        map.put("hashes", new LinkedHashMap<>(hashes));
        return map;
    }

    /** {@return the parameters that the run was given, in the order of the fields} */
    public Set<String> parameters() {
        return Collections.unmodifiableSet(hashes.keySet());
    }

    /**
     * {@return whether a parameter has the value that the run was given} What another version hashed in a manner that this one does not
     * know, or that would take very long, counts as changed. Takes some tenths of a second.
     *
     * @param parameter the name of the parameter
     * @param encoded the value that it has now; null if it was not given, which is another value than any that was
     */
    public boolean isSame(String parameter, byte @Nullable [] encoded) {
        String before = hashes.get(parameter);
        if (before == null || encoded == null) {
            return before == null && encoded == null;
        }
        return function.equals(FUNCTION)
                && iterations > 0
                && iterations <= MOST_ITERATIONS
                && MessageDigest.isEqual(bytes(before), bytes(hash(parameter, encoded)));
    }

    private String hash(String name, byte[] encoded) {
        PBEKeySpec spec = new PBEKeySpec(digest(name, encoded), salt, iterations, HASH_BITS);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance(FUNCTION).generateSecret(spec).getEncoded();
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + FUNCTION, e);
        } finally {
            spec.clearPassword();
        }
    }

    /** PBKDF2 hashes characters, and these are bytes of any length. */
    private static char[] digest(String name, byte[] encoded) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(bytes(name));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(encoded)).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-512", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
