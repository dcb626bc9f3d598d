package dev.cairn.maintenance;

import java.util.List;

/**
 * What a verification found. Immutable.
 *
 * @param runs the number of runs whose records were read
 * @param attempts the number of their attempts of tasks
 * @param blobs the number of blobs that were read
 * @param bytes the number of their bytes, before any compression by the datastore
 * @param problems what is missing or damaged; empty if all is well
 */
public record VerificationReport(long runs, long attempts, long blobs, long bytes, List<Problem> problems) {
    /**
     * Copies the list.
     *
     * @param runs the number of runs whose records were read
     * @param attempts the number of their attempts of tasks
     * @param blobs the number of blobs that were read
     * @param bytes the number of their bytes, before any compression by the datastore
     * @param problems what is missing or damaged; empty if all is well
     */
    public VerificationReport {
        problems = List.copyOf(problems);
    }

    /**
     * Something that is missing or damaged.
     *
     * @param where what it belongs to: a run, an artifact of a task, a file of a run, or the datastore itself
     * @param what what is wrong with it
     */
    public record Problem(String where, String what) {}
}
