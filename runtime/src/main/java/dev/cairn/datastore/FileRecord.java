package dev.cairn.datastore;

import java.time.Instant;

/**
 * A blob that a run stores under a key, such as a file of the user or a checkpoint. Immutable.
 *
 * @param key the key, which can be any text
 * @param content the blob
 * @param storedAt when it was stored under the key
 */
public record FileRecord(String key, BlobInfo content, Instant storedAt) {}
