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
 * Compares values of one type part by part, by what is stored of them: both are encoded by the same codec in the same process.
 * Kinds of collections and maps, and order where the kind has one, count; what the classes of the values say in {@code equals}
 * does not, except where nothing else is known of a value: of one that is stored reflectively, whose bytes may differ for equal
 * content. Not thread-safe.
 *
 * @param <T> the type of the values
 */
public final class ContentComparison<T> {
    /** How two values compare. */
    public enum Answer {
        /** What is stored of them is the same. */
        SAME,
        /** Parts that are stored reflectively are equal as their classes say, though their bytes differ; all else is the same. */
        EQUAL,
        /** They differ. */
        DIFFERENT
    }

    private final ArtifactCodec<T> codec;
    private final byte[] content;
    private final OpaqueEquality opaqueValues = new OpaqueEquality();
    private final byte @Nullable [] contentByEquals;

    /**
     * Compares others with {@code value}, which must not change meanwhile.
     *
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
