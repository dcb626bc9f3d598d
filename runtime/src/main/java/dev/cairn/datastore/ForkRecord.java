package dev.cairn.datastore;

/**
 * What a task that fanned out left behind.
 *
 * @param artifact the artifact whose elements the foreach runs over
 * @param count the number of elements
 * @param items the blob of the encoded elements; see {@code dev.cairn.engine}
 */
public record ForkRecord(String artifact, int count, Address items) {}
