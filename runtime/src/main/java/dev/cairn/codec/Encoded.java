package dev.cairn.codec;

import dev.cairn.codec.schema.Schema;

/**
 * A value as bytes. The arrays are not copied: do not change them.
 *
 * @param bytes header and payload, what is stored as the artifact
 * @param schema what describes the payload; to be stored once, under its own hash
 */
public record Encoded(byte[] bytes, Schema schema) {}
