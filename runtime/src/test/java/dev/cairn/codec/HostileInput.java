package dev.cairn.codec;

import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.schema.SchemaSource;

/**
 * An artifact that somebody made, at its right address, and a schema that is at the address in its header.
 *
 * @param codec what the artifact is read with
 * @param other what a tree of it is read with, too
 * @param artifact the bytes
 * @param schema the stored schema, unless the header has the hash of {@code codec}'s
 */
record HostileInput(ArtifactCodec<?> codec, ArtifactCodec<?> other, byte[] artifact, byte[] schema) {
    /** A payload that claims to be described by a schema. */
    static HostileInput of(ArtifactCodec<?> codec, ArtifactCodec<?> other, byte[] payload, byte[] schema) {
        byte[] artifact = new byte[Header.SIZE + payload.length];
        byte[] hash = Sha256.of(schema);
        artifact[0] = (byte) 0xCA;
        artifact[1] = 0x1B;
        artifact[2] = 1;
        artifact[3] = 1;
        System.arraycopy(hash, 0, artifact, 4, hash.length);
        System.arraycopy(payload, 0, artifact, Header.SIZE, payload.length);
        return new HostileInput(codec, other, artifact, schema);
    }

    /** What readers find the schema with. */
    SchemaSource schemas() {
        return hash -> codec.schema().hasHash(hash) ? codec.schema().bytes() : schema;
    }

    int size() {
        return artifact.length + schema.length;
    }
}
