package dev.cairn.datastore.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * How a store compresses bytes. Thread-safe.
 *
 * <p>A store records which bytes it compressed, but not how. So a store that has data cannot change its compression.
 */
public interface Compression {
    /**
     * Compresses the beginning of an array, if this is worthwhile. The array is not changed.
     *
     * @param content the bytes
     * @param length how many of them to compress
     * @return the compressed bytes; empty if they would save too little space to be worth decompressing
     */
    Optional<byte[]> compress(byte[] content, int length);

    /**
     * Decompresses bytes. Never allocates more than {@code size} bytes for the result.
     *
     * @param compressed the compressed bytes
     * @param size the number of bytes before compression
     * @return the bytes before compression
     * @throws IOException if {@code compressed} is not the compressed form of {@code size} bytes
     */
    byte[] decompress(byte[] compressed, int size) throws IOException;

    /** {@return a compression that never finds it worthwhile} */
    static Compression none() {
        return NoCompression.INSTANCE;
    }

    /**
     * Compresses what is written to a stream.
     *
     * @param output takes the compressed bytes
     * @return the stream to write to; closing it closes {@code output}
     * @throws IOException if the stream cannot be created
     */
    OutputStream compressing(OutputStream output) throws IOException;

    /**
     * Decompresses what is read from a stream.
     *
     * @param input the compressed bytes
     * @return the stream to read from; it throws an {@link IOException} where data is damaged, and closing it closes {@code input}
     * @throws IOException if the stream cannot be created, which may read the beginning of {@code input}
     */
    InputStream decompressing(InputStream input) throws IOException;
}
