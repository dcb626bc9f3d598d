package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way to the store, and what becomes of it.
 *
 * @param <R> what it results in
 */
interface Write<R> {
    /** What is to be stored. */
    Entry entry();

    /**
     * What an answer means to whoever waits. Has no effect, and may be asked again.
     *
     * @throws DatastoreException if the write was refused
     */
    R result(CommitResult answer);

    /** What to send once more where this was the answer; null for nothing. */
    default @Nullable Entry again(CommitResult answer) {
        return null;
    }

    /** Called as this takes its place in the queue: in the order of the queue, one at a time. Returns at once. */
    default void queued() {}

    /** Called when this is durable, or has failed. Returns at once. */
    default void settled() {}

    /**
     * Whether it may be written though earlier writes failed, since it builds on none of them. That a run did not succeed is true
     * whatever was lost before: a full disk mostly has room for that.
     */
    default boolean mayFollowFailure() {
        return false;
    }

    /** About how many bytes this holds in memory. */
    long weight();
}
