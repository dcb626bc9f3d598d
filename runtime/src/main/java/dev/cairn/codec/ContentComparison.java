package dev.cairn.codec;

import dev.cairn.codec.internal.OpaqueEquality;
import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.schema.Definition;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares the content of two values of one type, part by part. Content is what the codec stores: the kind of collections and maps, and
 * their order if the kind has one, are part of it. The {@code equals} methods of the values are not used, with one exception: for a
 * value that is stored with reflection, bytes may differ although the content is equal, so {@code equals} decides. Not thread-safe.
 *
 * @param <T> the type of the values
 */
public final class ContentComparison<T> {
    /** The result of a comparison. */
    public enum Answer {
        /** The content is the same. */
        SAME,
        /** Some parts that are stored with reflection have different bytes, but are equal; everything else is the same. */
        EQUAL,
        /** The content differs. */
        DIFFERENT
    }

    private final ArtifactCodec<T> codec;
    private final byte[] content;
    private final OpaqueEquality opaqueValues = new OpaqueEquality();
    private final byte @Nullable [] contentByEquals;

    /**
     * Prepares to compare other values with {@code value}, which must not change until then.
     *
     * @param codec the codec of both values
     * @param value the value to compare with
     * @throws UnsupportedValueException if the value cannot be stored
     */
    public ContentComparison(ArtifactCodec<T> codec, @Nullable T value) {
        this.codec = codec;
        this.content = digest(value, null);
        boolean asksEquals = codec.schema().definitions().stream().anyMatch(Definition.Opaque.class::isInstance);
        this.contentByEquals = asksEquals ? digestByEquals(value) : null;
        opaqueValues.allKnown();
    }

    /**
     * Compares {@code other} with the value.
     *
     * @param other the other value, which no other thread may change meanwhile
     * @return how the content of the two values differs
     * @throws UnsupportedValueException if {@code other} cannot be stored
     */
    public Answer with(@Nullable T other) {
        if (Arrays.equals(content, digest(other, null))) {
            return Answer.SAME;
        }
        boolean equal = contentByEquals != null && Arrays.equals(contentByEquals, digestByEquals(other));
        return equal ? Answer.EQUAL : Answer.DIFFERENT;
    }

    /** Null if there is none: the value could be encoded before, so a part is equal to none, or its {@code equals} threw. */
    private byte @Nullable [] digestByEquals(@Nullable T value) {
        try {
            return digest(value, opaqueValues);
        } catch (UnsupportedValueException e) {
            return null;
        }
    }

    private byte[] digest(@Nullable T value, @Nullable OpaqueEquality equality) {
        MessageDigest digest = Sha256.newDigest();
        try {
            ArtifactFormat.write(
                    codec, value, new DigestOutputStream(OutputStream.nullOutputStream(), digest), equality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
