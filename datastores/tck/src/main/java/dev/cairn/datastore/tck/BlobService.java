package dev.cairn.datastore.tck;

import java.util.List;
import java.util.Optional;

/**
 * Bytes under keys, as an object store keeps them: what a datastore needs of one, and no more. Each call is atomic, and seen by
 * every call that begins after its answer. What calls see that have no answer, nobody promises: {@link UnreliableBlobService}
 * shows it.
 */
public interface BlobService {
    /** Stores bytes, in place of what was there. */
    void put(String key, byte[] content);

    /** Stores bytes if nothing is there; whether it did. */
    boolean putIfAbsent(String key, byte[] content);

    /** The bytes. */
    Optional<byte[]> get(String key);

    /**
     * Some of the bytes: those that there are, where there are fewer.
     *
     * @param from the first, from 0
     * @param length how many at most
     */
    Optional<byte[]> get(String key, long from, int length);

    /**
     * A page of the keys that begin with a prefix, sorted by their UTF-8 bytes. Fewer than asked for are the last ones.
     *
     * @param after only keys after this one; the empty text for the first page
     * @param limit how many at most
     */
    List<String> list(String prefix, String after, int limit);

    /** Removes what is there, if anything is; nobody tells whether there was. */
    void delete(String key);
}
