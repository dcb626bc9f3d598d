package dev.cairn.runtime.internal;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.ContentComparison;
import dev.cairn.codec.Encoded;
import dev.cairn.datastore.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Encodes values of artifacts, of which only the definition of the flow knows that they fit their codec.
 *
 * <p>Every method throws a {@link dev.cairn.codec.CodecException} if the value cannot be stored.
 */
public final class Encoding {
    private Encoding() {}

    /**
     * {@return the encoded value}
     *
     * @param codec the codec of the artifact
     * @param value the value, which may be null
     */
    public static Encoded of(ArtifactCodec<?> codec, @Nullable Object value) {
        return ArtifactFormat.encode(untyped(codec), value);
    }

    /**
     * {@return the encoded value, or null if it has more than {@code limit} bytes}
     *
     * @param codec the codec of the artifact
     * @param value the value, which may be null
     * @param limit the largest number of bytes
     */
    public static @Nullable Encoded of(ArtifactCodec<?> codec, @Nullable Object value, int limit) {
        return ArtifactFormat.encode(untyped(codec), value, limit);
    }

    /**
     * Writes the encoded value as it comes into being.
     *
     * @param codec the codec of the artifact
     * @param value the value, which may be null
     * @param output takes the bytes; it is not closed
     * @throws IOException if {@code output} cannot be written
     */
    public static void write(ArtifactCodec<?> codec, @Nullable Object value, OutputStream output) throws IOException {
        ArtifactFormat.write(untyped(codec), value, output);
    }

    /**
     * Writes the value without a header, where many values of one schema are kept together.
     *
     * @param codec the codec of the artifact
     * @param value the value, which may be null
     * @param output takes the bytes; it is not flushed
     */
    public static void writePayload(ArtifactCodec<?> codec, @Nullable Object value, Output output) {
        ArtifactFormat.writePayload(untyped(codec), value, output);
    }

    /**
     * The address that the value would have; the encoded value is not held.
     *
     * @param codec the codec of the artifact
     * @param value the value, which may be null
     * @return the SHA-256 of the encoded value
     */
    public static Address address(ArtifactCodec<?> codec, @Nullable Object value) {
        MessageDigest digest = Address.newDigest();
        try {
            write(codec, value, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Address.ofBytes(digest.digest());
    }

    /**
     * Begins to compare values with one value.
     *
     * @param codec the codec of the artifact
     * @param value the value, which may be null
     * @return compares the contents of values of this codec
     */
    public static ContentComparison<Object> comparison(ArtifactCodec<?> codec, @Nullable Object value) {
        return new ContentComparison<>(untyped(codec), value);
    }

    @SuppressWarnings("unchecked")
    private static ArtifactCodec<Object> untyped(ArtifactCodec<?> codec) {
        return (ArtifactCodec<Object>) codec;
    }
}
