package dev.cairn.datastore;

/** The status of a run. */
public enum RunStatus {
    /** The run has started, and the datastore has no record of its end. */
    RUNNING,
    /** The end step finished. */
    SUCCEEDED,
    /** A task failed, after all its retries. */
    FAILED,
    /** The run was asked to stop. */
    INTERRUPTED,
    /** The process that ran it died, and {@link Runs#endDied} recorded that. */
    DIED
}
