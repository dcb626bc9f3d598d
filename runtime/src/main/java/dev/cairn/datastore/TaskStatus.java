package dev.cairn.datastore;

/** How an attempt of a task ended. */
public enum TaskStatus {
    /** The step returned. */
    SUCCEEDED,
    /** The step threw an exception; it was caught, and the flow continued. */
    CAUGHT,
    /** The step threw an exception. */
    FAILED
}
