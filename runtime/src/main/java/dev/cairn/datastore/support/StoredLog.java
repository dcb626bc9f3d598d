package dev.cairn.datastore.support;

/**
 * A part of the output of an attempt as a store has it.
 *
 * @param number its number in the order of the writes, from 1; with gaps
 * @param part how many parts of this attempt were before it, or {@link Checksums#NONE} where that was not written down
 * @param chunk the lines
 * @param checksum {@link Checksums#ofLog}, or {@link Checksums#NONE}
 */
public record StoredLog(long number, long part, LogChunk chunk, long checksum) {}
