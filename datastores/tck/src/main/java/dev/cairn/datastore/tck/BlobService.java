package dev.cairn.datastore.tck;

import java.util.List;
import java.util.Optional;

/**
 * Bytes stored under keys, as in an object store. It has only the operations that a datastore needs. Each call is atomic, and its
 * effect is visible to every call that begins after it returned. For a call that got no answer there is no such promise; {@link
 * UnreliableBlobService} simulates that.
 */
public interface BlobService {
    /** Stores bytes, and replaces what was stored under the key before. */
    void put(String key, byte[] content);

    /** Stores bytes if nothing is stored under the key. Returns whether it did. */
    boolean putIfAbsent(String key, byte[] content);

    /** The bytes under a key; empty if there are none. */
    Optional<byte[]> get(String key);

    /**
     * A range of the bytes under a key, which ends early where the content ends; empty if nothing is stored there.
     *
     * @param from the offset of the first byte, from 0
     * @param length the largest number of bytes to return
     */
    Optional<byte[]> get(String key, long from, int length);

    /**
     * A page of the keys that begin with a prefix, sorted by their UTF-8 bytes. A page with fewer than {@code limit} keys is the
     * last one.
     *
     * @param after only keys after this one; the empty string for the first page
     * @param limit the largest number of keys to return
     */
    List<String> list(String prefix, String after, int limit);

    /** Removes what is stored under a key. Does nothing if nothing is stored there. */
    void delete(String key);
}
