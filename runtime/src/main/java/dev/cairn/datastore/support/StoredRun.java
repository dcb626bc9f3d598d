package dev.cairn.datastore.support;

import dev.cairn.datastore.RunRecord;

/**
 * A run as it is stored.
 *
 * @param record the run, with its tags
 * @param number the number that the store assigned to it
 * @param epoch the epoch of its owner
 */
public record StoredRun(RunRecord record, long number, long epoch) {
    /** {@return the key of the run, with its current owner} */
    public RunKey key() {
        return new RunKey(record.id(), number, epoch);
    }
}
