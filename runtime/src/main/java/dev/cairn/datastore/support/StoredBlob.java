package dev.cairn.datastore.support;

import dev.cairn.datastore.BlobInfo;
import org.jspecify.annotations.Nullable;

/**
 * A blob as a store has it.
 *
 * @param info the blob
 * @param encoding how it is stored
 * @param storedSize the number of bytes as they are stored
 * @param checksum the CRC-32C of the bytes as they are stored, or {@link Checksums#NONE}
 * @param data the bytes as they are stored, which whoever asked may keep and change; null if they are outside the records
 */
public record StoredBlob(BlobInfo info, Encoding encoding, long storedSize, long checksum, byte @Nullable [] data) {}
