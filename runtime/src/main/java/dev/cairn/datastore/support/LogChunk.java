package dev.cairn.datastore.support;

/**
 * Some lines of output; see {@link LogFormat}.
 *
 * @param size the number of bytes before compression
 * @param encoding how the bytes are stored
 * @param bytes the stored bytes
 * @param checksum the first checksum of the lines; ignored in a chunk that was read
 */
public record LogChunk(int size, Encoding encoding, byte[] bytes, int checksum) {}
