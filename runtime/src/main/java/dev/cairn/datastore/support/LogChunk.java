package dev.cairn.datastore.support;

/**
 * Some lines of output; see {@link LogFormat}.
 *
 * @param size the number of bytes before compression
 * @param encoding how they are stored
 * @param bytes the bytes as they are stored
 * @param checksum the first checksum of the lines; not looked at in one that was read
 */
public record LogChunk(int size, Encoding encoding, byte[] bytes, int checksum) {}
