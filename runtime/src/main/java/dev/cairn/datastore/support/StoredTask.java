package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskRecord;

/**
 * An attempt as it is stored.
 *
 * @param record the attempt
 * @param number its number in the order of the commits of its run, from 1; there may be gaps
 * @param logs the number of parts of output when it was committed; if fewer are found, some are missing
 * @param checksum the second checksum, which is its contribution to {@link Tally#digest}; any number if the store has no tallies
 */
public record StoredTask(TaskRecord record, long number, long logs, long checksum) {}
