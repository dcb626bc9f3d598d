package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Something to be written by the {@link Committer}, in one transaction with others.
 *
 * @param <R> what it results in
 */
@FunctionalInterface
interface Write<R> {
    /**
     * Writes. Called by the committer's thread, in a transaction.
     *
     * @throws DatastoreException if this is refused. What was written before that stays, in the same transaction: so it may only
     *     be what does no harm by itself, such as a blob
     */
    R apply(Session session) throws SQLException, IOException;

    /** Called as this takes its place in the queue: in the order of the queue, one at a time. Returns at once. */
    default void queued() {}

    /** Called when this is durable, or has failed. Returns at once. */
    default void settled() {}

    /** Whether it may be written though earlier writes failed, since it builds on none of them. */
    default boolean mayFollowFailure() {
        return false;
    }

    /** About how many bytes this holds in memory. */
    default long weight() {
        return 256;
    }
}
