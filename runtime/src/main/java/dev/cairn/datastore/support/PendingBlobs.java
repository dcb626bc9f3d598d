package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The blobs of commits that are on their way: this process may read them before they are durable. Thread-safe. Whoever looks
 * for a blob looks here first and then in the store, so that it cannot slip through between the two.
 */
final class PendingBlobs {
    private final ConcurrentMap<Address, byte[]> blobs = new ConcurrentHashMap<>();

    void add(Map<Address, byte[]> added) {
        blobs.putAll(added);
    }

    /** Forgets blobs that are durable, or whose commit failed. A later commit that brings one again has it stored too. */
    void remove(Map<Address, byte[]> removed) {
        removed.forEach(blobs::remove);
    }

    /** The bytes, which the caller may not modify. */
    Optional<byte[]> find(Address address) {
        return Optional.ofNullable(blobs.get(address));
    }
}
