package dev.cairn.datastore;

import java.util.Map;

/**
 * All that one attempt of a task leaves, for one atomic commit.
 *
 * @param record the attempt
 * @param blobs new small blobs that the record refers to and that go with it; larger ones are put before
 */
public record TaskCommit(TaskRecord record, Map<Address, byte[]> blobs) {
    /** Copies the map, not the arrays, which nobody may modify. */
    public TaskCommit {
        blobs = Map.copyOf(blobs);
    }
}
