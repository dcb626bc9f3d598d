package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.TaskCommit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The blobs of commits that are on their way: this process may read them before they are durable. Thread-safe. Whoever looks
 * for a blob looks here first and then in the store, so that it cannot slip through between the two.
 */
final class PendingBlobs {
    private final ConcurrentMap<Address, TaskCommit> commits = new ConcurrentHashMap<>();

    /**
     * A blob of a commit.
     *
     * @param info the blob
     * @param bytes its bytes, which nobody may modify
     */
    record Pending(BlobInfo info, byte[] bytes) {
        static Pending of(TaskCommit commit, Address address) {
            return new Pending(
                    commit.blob(address), Objects.requireNonNull(commit.blobs().get(address)));
        }
    }

    void add(TaskCommit commit) {
        commit.blobs().keySet().forEach(address -> commits.put(address, commit));
    }

    /** Forgets blobs that are durable, or whose commit failed. A later commit that brings one again has it stored too. */
    void remove(TaskCommit commit) {
        commit.blobs().keySet().forEach(address -> commits.remove(address, commit));
    }

    Optional<Pending> find(Address address) {
        return Optional.ofNullable(commits.get(address)).map(commit -> Pending.of(commit, address));
    }
}
