package dev.cairn.datastore;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The results of one attempt of a task, which are committed in one atomic step.
 *
 * @param record the attempt
 * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit. The arrays must not be
 *     modified.
 * @param previews the {@link BlobInfo#preview} of these blobs, by address, where there is one
 * @param token a random number, not 0, that identifies this execution of the attempt, so that a store recognizes a commit that is
 *     sent again
 */
public record TaskCommit(TaskRecord record, Map<Address, byte[]> blobs, Map<Address, String> previews, long token) {
    /**
     * Copies the maps, but not the arrays.
     *
     * @param record the attempt
     * @param blobs new small blobs that the record refers to, by address; put larger blobs before the commit
     * @param previews the {@link BlobInfo#preview} of these blobs, by address, where there is one
     * @param token a random number, not 0, that identifies this execution of the attempt, so that a store recognizes a commit that is sent
     *     again
     */
    public TaskCommit {
        blobs = Map.copyOf(blobs);
        previews = Map.copyOf(previews);
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
     * {@return the blob at this address, which must be one of {@link #blobs}}
     *
     * @param address the address of one of the new blobs
     */
    public BlobInfo blob(Address address) {
        byte[] content = Objects.requireNonNull(blobs.get(address));
        return new BlobInfo(address, content.length, previews.get(address));
    }
}
