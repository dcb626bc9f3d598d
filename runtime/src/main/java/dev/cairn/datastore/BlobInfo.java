package dev.cairn.datastore;

/**
 * A stored blob.
 *
 * @param address the SHA-256 of its bytes
 * @param size the number of its bytes, before any compression by the datastore
 */
public record BlobInfo(Address address, long size) {}
