package dev.cairn.datastore.support;

/**
 * A part of the output of an attempt as it is stored.
 *
 * @param number its number in the order of the writes, from 1; there may be gaps
 * @param part the number of parts of this attempt before it, or {@link Checksums#NONE} if this was not stored
 * @param chunk the lines
 * @param checksum {@link Checksums#ofLog}, or {@link Checksums#NONE}
 */
public record StoredLog(long number, long part, LogChunk chunk, long checksum) {}
