package dev.cairn.datastore;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * All that one attempt of a task leaves, for one atomic commit.
 *
 * @param record the attempt
 * @param blobs new small blobs that the record refers to and that go with it; larger ones are put before
 * @param previews the {@link BlobInfo#preview} of those of them that have one
 * @param token a random number, not 0, that tells this execution of the attempt from all others: so a store knows a commit that is
 *     sent to it again
 */
public record TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, Map<Address, String> previews, long token) {
    /** Copies the maps, not the arrays, which nobody may modify. */
    public TaskCommit {
        blobs = Map.copyOf(blobs);
        previews = Map.copyOf(previews);
    }

    /** With a new token. */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, Map<Address, String> previews) {
        this(record, blobs, previews, ThreadLocalRandom.current().nextLong() | 1);
    }

    /** Without previews, with a new token. */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs) {
        this(record, blobs, Map.of());
    }

    /** What the blob of this address, one of {@link #blobs}, will be. */
    public BlobInfo blob(Address address) {
        byte[] content = Objects.requireNonNull(blobs.get(address));
        return new BlobInfo(address, content.length, previews.get(address));
    }
}
