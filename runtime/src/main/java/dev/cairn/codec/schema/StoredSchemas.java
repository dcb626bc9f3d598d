package dev.cairn.codec.schema;

import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.internal.Sha256;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads schemas and makes sure that they are what was asked for. */
public final class StoredSchemas {
    private StoredSchemas() {}

    /**
     * Reads the schema whose SHA-256 is {@code hash} (32 bytes).
     *
     * @param hash the SHA-256 of the schema: 32 bytes
     * @param schemas finds the bytes; what it throws is passed on
     * @return the schema with this hash
     * @throws MalformedArtifactException if {@code schemas} has other bytes under this hash, or they are not a schema
     */
    public static Schema read(byte[] hash, SchemaSource schemas) {
        byte[] blob = schemas.read(hash.clone());
        if (!Arrays.equals(Sha256.of(blob), hash)) {
            throw new MalformedArtifactException(
                    "the schema " + HexFormat.of().formatHex(hash) + " is damaged: its content has another hash");
        }
        return Schema.parse(blob);
    }
}
