package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Stores the bytes of large blobs, which are not in the records of a store. Thread-safe.
 *
 * <p>Bytes are durable before an {@link Entry} turns them into a blob. So a crash leaves at most bytes that nothing refers to.
 */
public interface BlobStore {
    /** {@return the size in bytes, before compression, of the largest blob that is stored in the records} */
    int largestInRecords();

    /**
     * Starts to store the bytes of a larger blob.
     *
     * @param encoding how the bytes are to be stored
     * @return takes the bytes; the caller ends it, by {@link Staging#finish} or {@link Staging#abandon}
     * @throws DatastoreException if this fails
     */
    Staging stage(Encoding encoding);

    /**
     * The stored bytes of a blob that is outside the records, without decompression; empty if they are missing.
     *
     * @param blob what the records say of it
     * @return the stored bytes, which the caller closes; empty if they are missing
     * @throws dev.cairn.datastore.CorruptBlobException if their number is not the one in the records, or they cannot be read
     */
    Optional<InputStream> open(StoredBlob blob);

    /** {@return the addresses of all blobs that are stored here, also of those that are not in the records} */
    List<Address> list();

    /** Removes what a crash left half written. */
    void sweep();

    /**
     * Whether {@link Entry.DropOrphan} removes the bytes of a blob that was deleted, so that it has to follow. A store that finds bytes
     * only through its records has its own way.
     *
     * @return true, unless the store finds bytes only through its records
     */
    default boolean dropsOrphans() {
        return true;
    }

    /** The bytes of a blob while they are being stored. Used by one thread at a time, but not always by the same. */
    interface Staging {
        /**
         * Adds bytes of the content of the blob, before compression.
         *
         * @param bytes an array that is not kept
         * @param offset the first of its bytes to add
         * @param length how many to add
         * @throws DatastoreException if they cannot be stored
         */
        void write(byte[] bytes, int offset, int length);

        /**
         * Ends. When this method returns, the bytes are durable.
         *
         * @param info the address, the size and the preview, which are known only now
         * @return where the bytes are
         * @throws DatastoreException if they could not be made durable
         */
        PreparedBlob.Staged finish(BlobInfo info);

        /** Ends, and removes the bytes. */
        void abandon();
    }

    /** {@return what a store has that keeps all bytes in its records} */
    static BlobStore none() {
        return NoBlobStore.INSTANCE;
    }
}
