package dev.cairn.datastore;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Content-addressed blobs. A blob never changes. Putting a blob that exists does nothing.
 *
 * <p>When {@code put} returns, the blob is durable, and every process that shares the datastore can read it. A blob that is part of
 * a {@link Runs#commit commit} can be read in this process immediately, and is durable when the commit is. Every read is verified
 * against the address. Thread-safe.
 *
 * <p>All methods throw a {@link DatastoreException} if the datastore fails or is closed.
 */
public interface Blobs {
    /**
     * Stores {@code content} under its address, unless it is already stored.
     *
     * @param content the bytes, which must not be modified meanwhile
     * @return the blob: a new one, or that which was there
     */
    BlobInfo put(byte[] content);

    /**
     * Stores streamed content under its address, unless it is already stored. If {@code content} throws, nothing is stored. Its
     * unchecked exceptions are passed on.
     *
     * @param content writes the bytes; it is not called again after it returned or threw
     * @return the blob: a new one, or that which was there
     * @throws DatastoreException if the content threw an {@link java.io.IOException}, or could not be stored
     */
    BlobInfo put(BlobContent content);

    /**
     * Stores each of several contents, as {@link #put(BlobContent)} does, but waits for the disk or the network as if they were one.
     *
     * @param contents the contents, which are written one after the other
     * @return the blobs, in this order
     */
    default List<BlobInfo> putAll(List<BlobContent> contents) {
        return contents.stream().map(this::put).toList();
    }

    /**
     * {@return the blob at {@code address}; empty if there is none}
     *
     * @param address the address to look at
     */
    Optional<BlobInfo> find(Address address);

    /**
     * Those of some addresses at which there is a blob. It is as {@link #find} of each of them, but faster where there are many.
     *
     * @param addresses the addresses to look at; one may occur twice
     * @return those of them at which there is a blob
     */
    default Set<Address> present(Collection<Address> addresses) {
        return addresses.stream().filter(address -> find(address).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The bytes of a blob.
     *
     * @param address the address of the blob
     * @return all its bytes, uncompressed and verified
     * @throws NoSuchBlobException if there is no blob at {@code address}
     * @throws CorruptBlobException if the stored bytes do not have this address
     */
    byte[] read(Address address);

    /**
     * The bytes of several small blobs, each as {@link #read(Address)} returns them, but with few questions where each question takes its
     * time. All of them are in memory at once. A blob that is missing or damaged is left out: reading it alone tells why.
     *
     * @param addresses the addresses of the blobs; one may occur twice
     * @return the verified bytes by address, only of blobs that could be read
     */
    default Map<Address, byte[]> read(Collection<Address> addresses) {
        Map<Address, byte[]> found = new HashMap<>();
        for (Address address : addresses) {
            try {
                found.putIfAbsent(address, read(address));
            } catch (NoSuchBlobException | CorruptBlobException e) {
                // said to whoever reads it alone
            }
        }
        return found;
    }

    /**
     * A stream of the bytes of a blob. Before it returns the last bytes, it checks that all bytes together have this address; if they
     * do not, it throws {@link CorruptBlobException}. So a stream that was read to its end returned exactly what was stored. The
     * stream is not thread-safe; close it after use.
     *
     * @param address the address of the blob
     * @return the uncompressed bytes
     * @throws NoSuchBlobException if there is no blob at {@code address}
     */
    InputStream open(Address address);

    /** {@return every blob, in no particular order}. The stream is lazy; close it after use. */
    Stream<BlobInfo> list();

    /**
     * Removes a blob that nothing refers to, unless it was used again since then. This is for garbage collection. A collection passes
     * a time before it began to look for references, so that it cannot remove a blob that a task has found and is about to refer to.
     *
     * @param address the address of the blob
     * @param unusedSince the blob stays if it was put, or if an attempt that stored it was committed, at this time or later
     * @return whether a blob was removed
     */
    boolean delete(Address address, Instant unusedSince);

    /**
     * Removes blobs, each as {@link #delete(Address, Instant)} does, but faster. If it fails, some of them may have been removed.
     *
     * @param addresses the addresses of the blobs
     * @param unusedSince a blob stays if it was put, or if an attempt that stored it was committed, at this time or later
     * @return how many were removed
     */
    default long delete(Collection<Address> addresses, Instant unusedSince) {
        return addresses.stream()
                .filter(address -> delete(address, unusedSince))
                .count();
    }

    /**
     * Removes a blob, no matter when it was put.
     *
     * @param address the address of the blob
     * @return whether it existed
     */
    default boolean delete(Address address) {
        return delete(address, Instant.MAX);
    }

    /** Frees the space of deleted blobs, and of blobs that a crash left half written. A garbage collection calls it at its end. */
    default void sweep() {}
}
