package dev.cairn.codec;

import dev.cairn.codec.schema.SchemaSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store of schemas, and short ways to encode and decode with it. */
final class Schemas implements SchemaSource {
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    <T> byte[] encode(ArtifactCodec<T> codec, @Nullable T value) {
        Encoded encoded = ArtifactFormat.encode(codec, value);
        blobs.put(
                HexFormat.of().formatHex(encoded.schema().hash()),
                encoded.schema().bytes());
        return encoded.bytes();
    }

    <T> @Nullable T decode(ArtifactCodec<T> codec, byte[] artifact) {
        return ArtifactFormat.decode(codec, artifact, this);
    }

    Tree tree(byte[] artifact) {
        return ArtifactFormat.tree(artifact, this);
    }

    /** Writes with one codec and reads with another. */
    <T> @Nullable T read(ArtifactCodec<T> now, byte[] artifact) {
        return decode(now, artifact);
    }

    static <T> @Nullable T roundTrip(ArtifactCodec<T> codec, @Nullable T value) {
        Schemas schemas = new Schemas();
        return schemas.decode(codec, schemas.encode(codec, value));
    }

    @Override
    public byte[] read(byte[] hash) {
        byte[] blob = blobs.get(HexFormat.of().formatHex(hash));
        if (blob == null) {
            throw new IllegalArgumentException("no schema " + HexFormat.of().formatHex(hash));
        }
        return blob;
    }
}
