package dev.cairn.datastore.support;

import dev.cairn.datastore.RunId;

/**
 * Names a run to a store.
 *
 * @param id the id
 * @param number the number that the store gave it when it was created; never given again, also not after it was deleted
 * @param epoch under which owner of the run this was asked: 1 at its creation, and one more each time that another takes it over
 */
public record RunKey(RunId id, long number, long epoch) {}
