package dev.cairn.codec;

import dev.cairn.codec.schema.Schema;

/**
 * An encoded value. The array is not copied: do not modify it.
 *
 * @param bytes header and payload, which are stored as the artifact
 * @param schema describes the payload; it must be stored once, under its own hash
 */
public record Encoded(byte[] bytes, Schema schema) {}
