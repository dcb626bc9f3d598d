package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import java.util.List;
import java.util.function.Function;

/**
 * The part of a datastore that each kind of store must implement: apply batches of entries, and read pages of records. {@link
 * KernelDatastore} turns it into a {@link dev.cairn.datastore.Datastore}: it encodes, hashes and compresses in the threads of the
 * tasks, combines waiting entries into batches, sends a batch again if its outcome is unknown, makes pending writes readable in this
 * process, and verifies what it reads.
 *
 * <p>All methods are synchronous. Only one thread at a time calls the methods that write. Any number of threads may call {@link #read}
 * at the same time.
 */
public interface RecordStore extends AutoCloseable {
    /**
     * The URL that opens the store. Messages contain it too.
     *
     * @return the URL, as users write it
     */
    String url();

    /**
     * Applies a batch in one atomic step, in the order of its entries. When this method returns, the accepted entries are durable, and
     * every later read sees them. If it throws, either none or all of them were applied.
     *
     * <p>An entry that is not accepted does not affect the other entries of the batch.
     *
     * @param batch the entries
     * @return the results, one per entry, in the same order
     * @throws UnknownOutcomeException if it is unknown whether the batch was applied; the same batch will be sent again
     * @throws DatastoreException if the batch was not applied, with a message for the user. Nothing more will be sent, except the end
     *     of a run that did not succeed.
     */
    List<CommitResult> apply(List<Entry> batch);

    /**
     * Reads from one consistent state of the store: later writes are not visible to {@code read}.
     *
     * @param <T> what is read
     * @param read reads what it needs; called once, and must not keep the {@link Records}
     * @return what {@code read} returned
     * @throws DatastoreException if something cannot be read, or is damaged
     */
    <T> T read(Function<Records, T> read);

    /**
     * Looks through the storage itself: indexes, pages.
     *
     * @return what is wrong, a sentence each
     */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Copies everything as it is at one moment, also the bytes in the {@link BlobStore}, into a directory that is empty or does not exist.
     *
     * @param directory the path of the directory
     * @throws DatastoreException if the store cannot do that, or if it fails
     */
    default void backUp(String directory) {
        throw DatastoreException.noBackup(url());
    }

    /** Called when nothing was written for a while, and at the end: a chance to do work that would have delayed writes. */
    default void tidy() {}

    /**
     * Frees space that was reserved for the case that no other is left.
     *
     * @return whether there was any
     */
    default boolean makeRoom() {
        return false;
    }

    /** Releases all resources. Called once, after all other methods. */
    @Override
    void close();
}
