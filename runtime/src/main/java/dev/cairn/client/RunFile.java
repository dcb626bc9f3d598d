package dev.cairn.client;

import dev.cairn.datastore.FileRecord;
import java.time.Instant;

/**
 * A file that a task stored with {@code task.files()}. Its content is read with {@link Run#files}. Immutable.
 *
 * @param key its key, which can be any text
 * @param size the number of its bytes
 * @param sha the SHA-256 of its bytes, as 64 hexadecimal digits
 * @param storedAt when it was stored under the key
 */
public record RunFile(String key, long size, String sha, Instant storedAt) {
    static RunFile of(FileRecord record) {
        return new RunFile(
                record.key(),
                record.content().size(),
                record.content().address().toString(),
                record.storedAt());
    }
}
