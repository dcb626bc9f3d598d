package dev.cairn.datastore;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Content-addressed blobs. A blob never changes; putting one that exists does nothing.
 *
 * <p>All methods may be called from any thread. A blob is durable when {@code put} returns, and readable for every process
 * that shares the datastore. What {@link Runs#commit} takes along is readable in this process at once and durable with the
 * commit. Every read is verified against the address.
 */
public interface Blobs {
    /** Stores {@code content} under its address, unless it is there. */
    BlobInfo put(byte[] content);

    /**
     * Stores streamed content under its address, unless it is there. Nothing is stored if {@code content} throws; its
     * unchecked exceptions are passed on.
     *
     * @throws DatastoreException if the content threw an {@link java.io.IOException}, or could not be stored
     */
    BlobInfo put(BlobContent content);

    /** What is stored under {@code address}. */
    Optional<BlobInfo> find(Address address);

    /**
     * The bytes of a blob.
     *
     * @throws NoSuchBlobException if there is none at {@code address}
     * @throws CorruptBlobException if what is stored there has another address
     */
    byte[] read(Address address);

    /**
     * A stream of the bytes of a blob. It holds back the last bytes until all were found to have this address, and throws {@link
     * CorruptBlobException} instead of them if they have not: whoever has read all of it has what was stored.
     *
     * @throws NoSuchBlobException if there is none at {@code address}
     */
    InputStream open(Address address);

    /** Every blob, in no particular order. Lazy; to be closed. */
    Stream<BlobInfo> list();

    /**
     * Removes a blob that nothing refers to, for garbage collection, unless it was put again since; whether it was removed.
     * A collection names the time before which it began to look for references: so it cannot take away a blob that a task
     * found stored, and will refer to.
     *
     * @param unusedSince the blob stays if it was put, or a commit took it along, at this time or later
     */
    boolean delete(Address address, Instant unusedSince);

    /** Removes a blob, whenever it was put; whether there was one. */
    default boolean delete(Address address) {
        return delete(address, Instant.MAX);
    }

    /** Gives back the space of what was deleted, and of what crashes left half written. Meant to end a garbage collection. */
    default void sweep() {}
}
