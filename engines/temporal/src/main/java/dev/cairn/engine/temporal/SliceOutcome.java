package dev.cairn.engine.temporal;

import org.jspecify.annotations.Nullable;

/**
 * How a slice ended.
 *
 * @param end the first element that has not begun
 * @param parked which of the elements before did not come to the join, such as {@code 3-5,9}: they must wait, or take longer than a slice
 * @param failed the task that failed, or a {@link SharedChange}; null if none did
 * @param micros how long the slice took
 * @param worker the process that ran it
 * @param workers how many tasks that process runs at once
 */
record SliceOutcome(int end, String parked, @Nullable String failed, long micros, String worker, int workers) {}
