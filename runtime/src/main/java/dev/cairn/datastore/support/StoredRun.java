package dev.cairn.datastore.support;

import dev.cairn.datastore.RunRecord;

/**
 * A run as a store has it.
 *
 * @param record the run, with its tags
 * @param number the number that the store gave it
 * @param epoch the epoch of its owner
 */
public record StoredRun(RunRecord record, long number, long epoch) {
    /** What names it, under its owner of now. */
    public RunKey key() {
        return new RunKey(record.id(), number, epoch);
    }
}
