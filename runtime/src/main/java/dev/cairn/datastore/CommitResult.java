package dev.cairn.datastore;

/**
 * The result of a commit. Each commit has its own result: if one is lost or fenced, others in the same batch are not affected. To
 * report the outcome of a task, use the stored record: if the result is {@link Duplicate}, it differs from the record that was sent.
 */
public sealed interface CommitResult {
    /** The commit was stored. For comparisons with {@code equals}. */
    CommitResult COMMITTED = new Committed();

    /** The commit was lost. For comparisons with {@code equals}. */
    CommitResult LOST = new Lost();

    /** The attempt is stored durably. This is also the result if the same commit had been stored before. */
    record Committed() implements CommitResult {}

    /**
     * Another execution of the same attempt was stored before. This counts as success, but with the values of the other execution.
     * The blobs of this commit are kept, because another task may have found them in the meantime.
     *
     * @param stored the stored record of the attempt
     */
    record Duplicate(TaskRecord stored) implements CommitResult {}

    /**
     * A later attempt of this task, or an attempt that finished, was stored before, or the {@linkplain TaskCommit#predecessor predecessor} of
     * this commit was not stored, so this record was dropped. The blobs of this commit are kept, as for a duplicate.
     */
    record Lost() implements CommitResult {}

    /**
     * The run has a new owner, so the previous owner can no longer write to it.
     *
     * @param epoch the epoch of the current owner
     */
    record Fenced(long epoch) implements CommitResult {}

    /**
     * The record refers to a blob that is not stored. Nothing was stored. Put the blob again, then send the commit again.
     *
     * @param address the address of the blob
     */
    record MissingBlob(Address address) implements CommitResult {}

    /**
     * The entry can never be stored: the run does not exist, or the flow name is in use. The future of {@link Runs#commit} completes
     * exceptionally with the reason instead of this result.
     *
     * @param reason the exception for the user
     */
    record Refused(DatastoreException reason) implements CommitResult {}
}
