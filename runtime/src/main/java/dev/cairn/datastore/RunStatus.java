package dev.cairn.datastore;

/** How a run stands. */
public enum RunStatus {
    /** It was started and has not ended, as far as the datastore knows. */
    RUNNING,
    /** Its end step finished. */
    SUCCEEDED,
    /** A task failed for good. */
    FAILED,
    /** It was told to stop. */
    INTERRUPTED
}
