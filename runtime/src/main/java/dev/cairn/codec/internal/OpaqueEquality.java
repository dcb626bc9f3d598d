package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ContentComparison;
import dev.cairn.codec.UnsupportedValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers that stand for reflectively stored values while contents are compared: the same number for values with the same bytes,
 * and for those that their class calls equal. Belongs to one {@link ContentComparison}; not thread-safe.
 */
public final class OpaqueEquality {
    private final Map<ByteBuffer, Integer> numbersOfBytes = new HashMap<>();
    private final Map<Object, Integer> numbersOfValues = new HashMap<>();
    private boolean allKnown;
    private int next;

    /** From here on, a value that is the same as none so far is a difference. */
    public void allKnown() {
        allKnown = true;
    }

    /**
     * The number of a value.
     *
     * @throws UnsupportedValueException if {@link #allKnown}, and it is the same as none
     */
    public int number(Object value, OpaqueFormat format) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(digest(value, format));
        Integer number = numbersOfBytes.get(bytes);
        if (number == null) {
            number = equal(value);
        }
        if (allKnown) {
            return number;
        }
        numbersOfBytes.put(bytes, number);
        numbersOfValues.putIfAbsent(value, number);
        return number;
    }

    /** Also finds what a class calls equal and gives another hash code: it is looked for once, because then values differ. */
    private Integer equal(Object value) {
        Integer known = numbersOfValues.get(value);
        if (known != null) {
            return known;
        } else if (!allKnown) {
            return next++;
        }
        return numbersOfValues.entrySet().stream()
                .filter(entry -> entry.getKey().equals(value))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new UnsupportedValueException(
                        "a " + value.getClass().getName() + " is equal to none that it is compared with"));
    }

    private static byte[] digest(Object value, OpaqueFormat format) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (Output output = new Output(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            format.write(value, output);
        }
        return digest.digest();
    }
}
