package dev.cairn.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a run keeps, by key: what is too large for an artifact. They are on the run's datastore, of any size, and read
 * and written as streams. A key is a name of 1 to 1,000 characters, of any kind: it is never a path. Thread-safe.
 */
public interface RunFiles {
    /** The keys, sorted by code points. */
    List<String> keys();

    /** Whether there is a file under {@code key}. */
    boolean has(String key);

    /**
     * The number of bytes of a file.
     *
     * @throws NoSuchFileKeyException if there is none under {@code key}
     */
    long size(String key);

    /**
     * The content of a file, verified as it is read. To be closed.
     *
     * @throws NoSuchFileKeyException if there is none under {@code key}
     */
    InputStream open(String key);

    /**
     * Copies a file to {@code target}, replacing what is there, once all of it was found to be sound.
     *
     * @throws NoSuchFileKeyException if there is none under {@code key}
     * @throws IOException if {@code target} cannot be written
     */
    void copyTo(String key, Path target) throws IOException;
}
