package dev.cairn.datastore.support;

import dev.cairn.datastore.RunId;

/**
 * Identifies a run in a store. Immutable.
 *
 * @param id the id
 * @param number the number that the store assigned when it created the run; never used again, not even after the run is deleted
 * @param epoch identifies the owner of the run: 1 when it is created, and one more for each new owner
 */
public record RunKey(RunId id, long number, long epoch) {}
