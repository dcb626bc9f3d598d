package dev.cairn.datastore;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The results of one attempt of a task, which are committed in one atomic step.
 *
 * @param record the attempt
 * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit. The arrays must not be
 *     modified.
 * @param previews the {@link BlobInfo#preview} of these blobs, by address, where there is one
 * @param token a random number, not 0, that identifies this execution of the attempt, so that a store recognizes a commit that is
 *     sent again
 * @param predecessor the commit that this one builds on, if that may not be durable yet: this one is stored only if that one is. Null if
 *     everything that this one builds on is durable.
 */
public record TaskCommit(
        TaskRecord record,
        Map<Address, byte[]> blobs,
        Map<Address, String> previews,
        long token,
        @Nullable Predecessor predecessor) {
    /**
     * A commit that another one builds on.
     *
     * @param task its task
     * @param attempt the number of its attempt
     * @param token its token
     */
    public record Predecessor(TaskId task, int attempt, long token) {}

    /**
     * Copies the maps, but not the arrays.
     *
     * @param record the attempt
     * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit
     * @param previews the {@link BlobInfo#preview} of these blobs, by address, where there is one
     * @param token a random number, not 0, that identifies this execution of the attempt, so that a store recognizes a commit that is sent
     *     again
     * @param predecessor the commit that this one builds on, if that may not be durable yet; null otherwise
     */
    public TaskCommit {
        blobs = Map.copyOf(blobs);
        previews = Map.copyOf(previews);
    }

    /**
     * Without a predecessor.
     *
     * @param record the attempt
     * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit
     * @param previews the {@link BlobInfo#preview} of these blobs, by address, where there is one
     * @param token a random number, not 0, that identifies this execution of the attempt
     */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, Map<Address, String> previews, long token) {
        this(record, blobs, previews, token, null);
    }

    /**
     * With a new token.
     *
     * @param record the attempt
     * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit
     * @param previews the {@link BlobInfo#preview} of these blobs, by address, where there is one
     */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, Map<Address, String> previews) {
        this(record, blobs, previews, ThreadLocalRandom.current().nextLong() | 1);
    }

    /**
     * Without previews, with a new token.
     *
     * @param record the attempt
     * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit
     */
    public TaskCommit(TaskRecord record, Map<Address, byte[]> blobs) {
        this(record, blobs, Map.of());
    }

    /**
     * {@return the same commit, which is stored only if another one is}
     *
     * @param before the commit that this one builds on
     */
    public TaskCommit after(Predecessor before) {
        return new TaskCommit(record, blobs, previews, token, before);
    }

    /** {@return this commit, for one that builds on it} */
    public Predecessor asPredecessor() {
        return new Predecessor(record.task(), record.attempt(), token);
    }

    /**
     * {@return the blob at this address, which must be one of {@link #blobs}}
     *
     * @param address the address of one of the new blobs
     */
    public BlobInfo blob(Address address) {
        byte[] content = Objects.requireNonNull(blobs.get(address));
        return new BlobInfo(address, content.length, previews.get(address));
    }
}
