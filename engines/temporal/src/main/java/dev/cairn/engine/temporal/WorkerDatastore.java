package dev.cairn.engine.temporal;

import dev.cairn.CairnException;
import dev.cairn.datastore.Datastore;
import org.slf4j.LoggerFactory;

/**
 * The datastore of a worker. One that failed to write stores nothing more until it is opened again: so that the worker goes on when the
 * disk has room, or the server is back. Thread-safe.
 */
final class WorkerDatastore implements AutoCloseable {
    private final Datastore given;
    private Datastore current; // guarded by this

    /** With the one that the worker was given, which is not closed. */
    WorkerDatastore(Datastore given) {
        this.given = given;
        this.current = given;
    }

    synchronized Datastore current() {
        return current;
    }

    /** Opens it again, if it has not been since it failed. Where that fails too, whoever writes next tries again. */
    synchronized void reopenAfter(Datastore failed) {
        if (failed != current) {
            return;
        }
        try {
            if (Datastore.exists(given.url())) {
                Datastore opened = Datastore.of(given.url());
                close();
                current = opened;
            }
        } catch (CairnException e) {
            LoggerFactory.getLogger(WorkerDatastore.class).debug("the datastore could not be opened again", e);
        }
    }

    /** Closes what was opened again. */
    @Override
    public synchronized void close() {
        if (current != given) {
            current.close();
            current = given;
        }
    }
}
