package dev.cairn.datastore;

/** What became of a commit. */
public enum CommitResult {
    /** The attempt is stored, durably. */
    COMMITTED,
    /**
     * This attempt, or a later one, or a finished one of this task was stored before: the record was dropped. Its blobs are
     * kept, since somebody may have found them meanwhile.
     */
    LOST
}
