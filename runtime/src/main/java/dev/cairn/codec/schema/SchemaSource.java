package dev.cairn.codec.schema;

/** Finds the schemas of stored artifacts. Called from any thread, once per schema and codec. */
@FunctionalInterface
public interface SchemaSource {
    /**
     * The bytes of the schema whose SHA-256 is {@code hash} (32 bytes). The caller verifies them.
     *
     * @param hash the SHA-256 of the schema: 32 bytes, which are the receiver's
     * @return the bytes of the blob, which are not changed later
     * @throws RuntimeException if there is no such schema
     */
    byte[] read(byte[] hash);
}
