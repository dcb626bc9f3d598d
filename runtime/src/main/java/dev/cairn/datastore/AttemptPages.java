package dev.cairn.datastore;

import java.util.List;

/** The ended attempts of a run, page by page, as they are committed. See {@link Runs#attemptPages}. For one thread. */
@FunctionalInterface
public interface AttemptPages {
    /**
     * Reads on where the last call ended.
     *
     * @return attempts that were committed since, oldest first, but not always all of them; empty if there was no commit
     * @throws DatastoreException if the datastore fails
     */
    List<EndedAttempt> next();
}
