package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import java.util.List;
import java.util.function.Function;

/**
 * All that a store has to do: apply batches of entries, and give out pages of what is there. {@link KernelDatastore} makes a {@link
 * dev.cairn.datastore.Datastore} of it: encodes, hashes and compresses in the threads of the tasks, puts together what waits to be
 * written, sends again what nobody knows the fate of, lets this process read what is on its way, and verifies what it reads.
 *
 * <p>Everything here is synchronous. One thread at a time calls what writes; any number call {@link #read} meanwhile.
 */
public interface RecordStore extends AutoCloseable {
    /** The URL that opens the store, for messages too. */
    String url();

    /**
     * Applies a batch in one atomic step, in the order of its entries: when this returns, what was accepted is durable, and every later
     * read sees it; if it throws, nothing was changed, or all was.
     *
     * <p>One entry that is not accepted changes nothing for the others, nor does it undo one before it.
     *
     * @return the answers, one for each entry, in their order
     * @throws UnknownOutcomeException if nobody can tell whether the batch was applied: it will be sent again as it is
     * @throws DatastoreException if it was not applied, with what to tell the user. Nothing more will be sent, apart from the end of a
     *     run that did not succeed
     */
    List<CommitResult> apply(List<Entry> batch);

    /**
     * Reads several things at one moment: what is written meanwhile is not seen.
     *
     * @throws DatastoreException if something cannot be read, or is not what was written
     */
    <T> T read(Function<Records, T> read);

    /** Called where nothing was written for a while, and at the end: to do what would have kept writers waiting. */
    default void tidy() {}

    /** Gives up what room is kept for the case that there is none left; whether there was any. */
    default boolean makeRoom() {
        return false;
    }

    /** Lets go of all that is open. Called once, after all else. */
    @Override
    void close();
}
