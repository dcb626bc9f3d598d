package dev.cairn.runtime;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.datastore.Address;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The addresses of values that are not stored. */
public final class Addresses {
    private Addresses() {}

    /** The address that {@code value} would have, without holding its encoded form. */
    public static Address of(ArtifactCodec<?> codec, @Nullable Object value) {
        MessageDigest digest = Address.newDigest();
        ArtifactFormat.write(
                ArtifactCodec.ofObjects(codec), value, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Address.ofBytes(digest.digest());
    }
}
