package dev.cairn.datastore.tck;

import java.util.List;
import java.util.Optional;

/**
 * Bytes stored under keys, as in an object store. It has only the operations that a datastore needs. Each call is atomic, and its
 * effect is visible to every call that begins after it returned. For a call that got no answer there is no such promise; {@link
 * UnreliableBlobService} simulates that.
 */
public interface BlobService {
    /**
     * Stores bytes, and replaces what was stored under the key before.
     *
     * @param key the key, which need not have been used before
     * @param content the bytes; the service keeps no reference to the array
     */
    void put(String key, byte[] content);

    /**
     * Stores bytes if nothing is stored under the key.
     *
     * @param key the key
     * @param content the bytes; the service keeps no reference to the array
     * @return whether they were stored; if not, what is stored there is unchanged
     */
    boolean putIfAbsent(String key, byte[] content);

    /**
     * All bytes under a key.
     *
     * @param key the key
     * @return the bytes; empty if nothing is stored there
     */
    Optional<byte[]> get(String key);

    /**
     * A range of the bytes under a key.
     *
     * @param key the key
     * @param from the offset of the first byte, from 0
     * @param length the largest number of bytes to return
     * @return the bytes, fewer than {@code length} where the content ends; empty if nothing is stored there
     */
    Optional<byte[]> get(String key, long from, int length);

    /**
     * A page of the keys that begin with a prefix, sorted by their UTF-8 bytes. A page with fewer than {@code limit} keys is the
     * last one.
     *
     * @param prefix what the keys begin with; the empty string for all keys
     * @param after only keys after this one; the empty string for the first page
     * @param limit the largest number of keys to return
     * @return the keys; empty if there are no more
     */
    List<String> list(String prefix, String after, int limit);

    /**
     * Removes what is stored under a key. Does nothing if nothing is stored there.
     *
     * @param key the key
     */
    void delete(String key);
}
