package dev.cairn.datastore;

import java.io.InputStream;
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
     * Stores streamed content under its address, unless it is there. Nothing is stored if {@code content} throws.
     *
     * @throws DatastoreException if the content could not be produced or stored
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
     * A stream of the bytes of a blob. The stream throws {@link CorruptBlobException} at its end if what it delivered has
     * another address.
     *
     * @throws NoSuchBlobException if there is none at {@code address}
     */
    InputStream open(Address address);

    /** Every blob, in no particular order. To be closed. */
    Stream<BlobInfo> list();

    /** Removes a blob; whether there was one. Meant for garbage collection only. */
    boolean delete(Address address);
}
