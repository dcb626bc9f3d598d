package dev.cairn.datastore.support;

import dev.cairn.datastore.BlobInfo;
import org.jspecify.annotations.Nullable;

/**
 * A blob as it is stored.
 *
 * @param info the blob
 * @param encoding how it is stored
 * @param storedSize the number of stored bytes
 * @param checksum the CRC-32C of the stored bytes, or {@link Checksums#NONE}
 * @param data the stored bytes, which the caller may modify; null if they are outside the records
 */
public record StoredBlob(BlobInfo info, Encoding encoding, long storedSize, long checksum, byte @Nullable [] data) {}
