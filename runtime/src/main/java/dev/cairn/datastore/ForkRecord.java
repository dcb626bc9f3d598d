package dev.cairn.datastore;

/**
 * The foreach that a task opened. Immutable.
 *
 * @param artifact the artifact whose elements the foreach iterates over
 * @param count the number of elements
 * @param items the blob of the encoded elements; see {@code dev.cairn.engine}
 */
public record ForkRecord(String artifact, int count, Address items) {}
