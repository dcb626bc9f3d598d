package dev.cairn.codec.schema;

/** Finds the schemas of stored artifacts. Called from any thread, once per schema and codec. */
@FunctionalInterface
public interface SchemaSource {
    /**
     * The bytes of the schema whose SHA-256 is {@code hash} (32 bytes). The caller verifies them.
     *
     * @throws RuntimeException if there is no such schema
     */
    byte[] read(byte[] hash);
}
