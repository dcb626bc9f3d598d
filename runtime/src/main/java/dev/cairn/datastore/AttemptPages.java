package dev.cairn.datastore;

import java.util.List;

/** The ended attempts of a run, page by page, as they are committed. See {@link Runs#attemptPages}. For one thread. */
@FunctionalInterface
public interface AttemptPages {
    /**
     * The attempts that were committed after those that were returned before: some of them, oldest first. Empty if there are none yet.
     *
     * @throws DatastoreException if the datastore fails
     */
    List<TaskRecord> next();
}
