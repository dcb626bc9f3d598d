package dev.cairn.datastore.postgresql.object;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Keeps bytes under keys that are chosen at random and never used again. It does not know which of them belong to a blob: only the
 * records do. Thread-safe.
 */
public interface ObjectStore extends AutoCloseable {
    /**
     * Starts to store an object under a new key.
     *
     * @return takes the bytes; the object exists when it is finished
     * @throws DatastoreException if this fails
     */
    Upload upload();

    /**
     * Opens an object to be read.
     *
     * @param key its key, from {@link Upload#finish}
     * @return its bytes, which the caller closes; empty if there is no such object
     * @throws DatastoreException if this fails
     */
    Optional<Content> open(String key);

    /**
     * The bytes of an object.
     *
     * @param stream returns them; if it fails, it throws an {@link IOException} or a {@link DatastoreException}
     * @param size their number
     */
    record Content(InputStream stream, long size) {}

    /**
     * The number of bytes of an object.
     *
     * @param key its key, from {@link Upload#finish}
     * @return the number; empty if there is no such object
     * @throws DatastoreException if this fails
     */
    OptionalLong size(String key);

    /**
     * Removes objects. Those that do not exist are ignored.
     *
     * @param keys their keys, in any number
     * @throws DatastoreException if this fails
     */
    void delete(Collection<String> keys);

    /**
     * Finds objects that are complete and were stored before a time, and removes uploads that were begun before it and never finished.
     *
     * @param time by the clock of the store
     * @param found takes the keys, some at a time
     * @throws DatastoreException if this fails
     */
    void listOlderThan(Instant time, Consumer<Collection<String>> found);

    /** Releases what was needed for connections. */
    @Override
    void close();

    /** An object while it is being stored. Not thread-safe. */
    interface Upload {
        /**
         * Adds bytes. The array may change afterwards.
         *
         * @param bytes an array that has them
         * @param offset the position of the first one in it
         * @param length how many
         * @throws DatastoreException if they cannot be stored
         */
        void write(byte[] bytes, int offset, int length);

        /**
         * Ends. When this method returns, all bytes are durable.
         *
         * @return the key
         * @throws DatastoreException if they could not be made durable
         */
        String finish();

        /** Ends, and removes what was stored. Does not fail: a sweep will find what could not be removed. */
        void abandon();
    }
}
