package dev.cairn.datastore;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The results of one attempt of a task, which are committed in one atomic step.
 *
 * @param record the attempt
 * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit. The arrays must not be
 *     modified.
 * @param token a random number, not 0, that identifies this execution of the attempt, so that a store recognizes a commit that is
 *     sent again
 */
public record TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, long token) {
    /** Copies the map, but not the arrays. */
    public TaskCommit {
        blobs = Map.copyOf(blobs);
    }

    /** With a new token. */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs) {
        this(record, blobs, ThreadLocalRandom.current().nextLong() | 1);
    }
}
