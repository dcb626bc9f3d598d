package dev.cairn.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a run, by key, for content that is too large for an artifact. They are stored in the datastore of the run, can have any
 * size, and are read and written as streams. A key has 1 to 1,000 characters, which can be any text: it is never used as a path.
 * Thread-safe.
 */
public interface RunFiles {
    /** {@return the keys, sorted by code points} */
    List<String> keys();

    /**
     * {@return whether there is a file under {@code key}}
     *
     * @param key the key; any text
     */
    boolean has(String key);

    /**
     * The number of bytes of a file.
     *
     * @param key the key
     * @return the size of the content before compression
     * @throws NoSuchFileKeyException if there is no file under {@code key}
     */
    long size(String key);

    /**
     * The content of a file, which is verified while it is read. Close the stream after use.
     *
     * @param key the key
     * @return the content; it throws {@link dev.cairn.datastore.CorruptBlobException} before its last bytes if they are damaged
     * @throws NoSuchFileKeyException if there is no file under {@code key}
     */
    InputStream open(String key);

    /**
     * Copies a file to {@code target}. An existing file is replaced, but only after the whole content was verified.
     *
     * @param key the key
     * @param target the path of a file in a directory that exists
     * @throws NoSuchFileKeyException if there is no file under {@code key}
     * @throws IOException if {@code target} cannot be written
     */
    void copyTo(String key, Path target) throws IOException;
}
