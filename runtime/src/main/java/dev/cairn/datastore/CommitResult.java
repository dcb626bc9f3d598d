package dev.cairn.datastore;

/**
 * What became of a commit. A store answers each by itself: that one is lost or fenced harms no other that was written with it.
 * Whoever reports onwards what a task left takes it from the record that is stored, which is another one than was sent where this is
 * a {@link Duplicate}.
 */
public sealed interface CommitResult {
    /** For comparisons: a commit that was stored is equal to it. */
    CommitResult COMMITTED = new Committed();

    /** For comparisons: a commit that lost is equal to it. */
    CommitResult LOST = new Lost();

    /** The attempt is stored, durably. So it is where the same commit had been stored before. */
    record Committed() implements CommitResult {}

    /**
     * The attempt was stored before, by another execution of it: a success, but not with what this one made. Its blobs are kept,
     * since somebody may have found them meanwhile.
     *
     * @param stored what is stored of the attempt
     */
    record Duplicate(TaskRecord stored) implements CommitResult {}

    /**
     * A later attempt, or another one that finished, of this task was stored before: the record was dropped. Its blobs are kept,
     * as those of a duplicate are.
     */
    record Lost() implements CommitResult {}

    /**
     * The run has another owner since: nothing of it may be written any more by the one that asked.
     *
     * @param epoch the epoch of the owner of now
     */
    record Fenced(long epoch) implements CommitResult {}

    /**
     * The record refers to a blob that is not stored. Nothing was stored; with the blob put again, the commit may be sent again.
     *
     * @param address the address of the blob
     */
    record MissingBlob(Address address) implements CommitResult {}

    /**
     * It can never be stored: there is no such run, or its name is in use. A future of a commit fails with the reason instead.
     *
     * @param reason what to tell the user
     */
    record Refused(DatastoreException reason) implements CommitResult {}
}
