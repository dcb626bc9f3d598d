package dev.cairn.datastore;

/** What became of a commit. */
public enum CommitResult {
    /** The attempt is stored, durably. */
    COMMITTED,
    /** This attempt, or a later one, or a finished one of this task was stored before; nothing changed. */
    LOST
}
