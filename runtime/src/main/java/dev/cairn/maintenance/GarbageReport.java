package dev.cairn.maintenance;

import java.util.List;

/**
 * What a garbage collection deleted, or would delete. Immutable.
 *
 * @param runs the pathspecs of the runs, newest first
 * @param blobs the number of blobs that nothing refers to any more
 * @param bytes the number of bytes of these blobs, before any compression by the datastore
 */
public record GarbageReport(List<String> runs, long blobs, long bytes) {
    /**
     * Copies the list.
     *
     * @param runs the pathspecs of the runs, newest first
     * @param blobs the number of blobs that nothing refers to any more
     * @param bytes the number of bytes of these blobs, before any compression by the datastore
     */
    public GarbageReport {
        runs = List.copyOf(runs);
    }
}
