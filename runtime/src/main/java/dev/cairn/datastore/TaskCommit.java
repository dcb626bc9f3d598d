package dev.cairn.datastore;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * All that one attempt of a task leaves, for one atomic commit.
 *
 * @param record the attempt
 * @param blobs new small blobs that the record refers to and that go with it; larger ones are put before
 * @param token a random number, not 0, that tells this execution of the attempt from all others: so a store knows a commit that is
 *     sent to it again
 */
public record TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, long token) {
    /** Copies the map, not the arrays, which nobody may modify. */
    public TaskCommit {
        blobs = Map.copyOf(blobs);
    }

    /** With a new token. */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs) {
        this(record, blobs, ThreadLocalRandom.current().nextLong() | 1);
    }
}
