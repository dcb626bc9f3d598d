package dev.cairn.datastore.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * How a store makes bytes smaller. Thread-safe.
 *
 * <p>A store records which bytes it compressed, but not how: so a store that has data cannot change its compression.
 */
public interface Compression {
    /**
     * Compresses the beginning of an array, if that pays. The array is not changed.
     *
     * @param content the bytes
     * @param length how many of them
     * @return the compressed bytes; nothing if they would not be so much smaller that it is worth reading them back
     */
    Optional<byte[]> compress(byte[] content, int length);

    /**
     * What was compressed.
     *
     * @param size the number of bytes that were compressed
     * @throws IOException if it is not what compressing {@code size} bytes gives; never allocates more than these
     */
    byte[] decompress(byte[] compressed, int size) throws IOException;

    /** Of a store that makes nothing smaller. */
    static Compression none() {
        return NoCompression.INSTANCE;
    }

    /** Compresses what is written. To be closed, which closes {@code output}. */
    OutputStream compressing(OutputStream output) throws IOException;

    /** Decompresses what is read; reading throws {@link IOException} where that is damaged. To be closed, which closes {@code input}. */
    InputStream decompressing(InputStream input) throws IOException;
}
