package dev.cairn.datastore;

import java.time.Instant;

/**
 * A blob that a run keeps under a key: a file of the user, a checkpoint.
 *
 * @param key the key; any text
 * @param content the blob
 * @param storedAt when the run was told to keep it
 */
public record FileRecord(String key, BlobInfo content, Instant storedAt) {}
