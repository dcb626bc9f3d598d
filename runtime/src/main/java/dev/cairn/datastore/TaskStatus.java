package dev.cairn.datastore;

/** How an attempt of a task ended. */
public enum TaskStatus {
    /** The step returned. */
    SUCCEEDED,
    /** The step threw, the failure was caught, and the flow went on. */
    CAUGHT,
    /** The step threw. */
    FAILED
}
