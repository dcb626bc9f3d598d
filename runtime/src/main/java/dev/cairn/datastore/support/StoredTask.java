package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskRecord;

/**
 * An attempt as a store has it.
 *
 * @param record the attempt
 * @param number its number in the order of the commits of its run, from 1; with gaps
 * @param logs how many parts of output it had when it was committed: fewer must not be found
 * @param checksum the second checksum, which is its part of {@link Tally#digest}; any number where the store keeps no tallies
 */
public record StoredTask(TaskRecord record, long number, long logs, long checksum) {}
