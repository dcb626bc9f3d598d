package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where a store keeps the bytes of large blobs, which are not in its records. Thread-safe.
 *
 * <p>Bytes are durable before an {@link Entry} makes them a blob: so a crash leaves at most bytes that nothing refers to.
 */
public interface BlobStore {
    /** The largest blob, in bytes as they are before compression, that goes into the records. */
    int largestInRecords();

    /**
     * Takes bytes for a blob that is larger.
     *
     * @throws DatastoreException if they cannot be stored
     */
    Staging stage(Encoding encoding);

    /**
     * The bytes of a blob that is outside the records, as they are stored; nothing if they are not there.
     *
     * @throws dev.cairn.datastore.CorruptBlobException if they are not as many as the records say, or cannot be read
     */
    Optional<InputStream> open(StoredBlob blob);

    /** The addresses of all that is here, also of what the records do not know. */
    List<Address> list();

    /** Removes what crashes have left half written. */
    void sweep();

    /** Bytes on their way. For one thread. */
    interface Staging {
        /**
         * Adds bytes of the content of the blob, before compression.
         *
         * @throws DatastoreException if they cannot be stored
         */
        void write(byte[] bytes, int offset, int length);

        /**
         * Ends: the bytes are durable.
         *
         * @throws DatastoreException if they are not
         */
        PreparedBlob.Staged finish(BlobInfo info);

        /** Ends, and leaves nothing. */
        void abandon();
    }

    /** For a store that keeps all bytes in its records. */
    static BlobStore none() {
        return NoBlobStore.INSTANCE;
    }
}
