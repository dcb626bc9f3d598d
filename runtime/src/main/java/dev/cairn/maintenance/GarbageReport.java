package dev.cairn.maintenance;

import dev.cairn.datastore.RunId;
import java.util.List;

/**
 * What a garbage collection deleted, or would delete. Immutable.
 *
 * @param runs the runs, newest first
 * @param blobs the number of blobs that nothing refers to any more
 * @param bytes the number of bytes of these blobs, before any compression by the datastore
 */
public record GarbageReport(List<RunId> runs, long blobs, long bytes) {
    /** Copies the list. */
    public GarbageReport {
        runs = List.copyOf(runs);
    }
}
