package dev.cairn.codec.schema;

/** Where the schemas of stored artifacts are found. Called from any thread, once per schema and codec. */
@FunctionalInterface
public interface SchemaSource {
    /**
     * The bytes of the schema whose SHA-256 is {@code hash} (32 bytes). They are verified by the caller.
     *
     * @throws RuntimeException if there is no such schema
     */
    byte[] read(byte[] hash);
}
