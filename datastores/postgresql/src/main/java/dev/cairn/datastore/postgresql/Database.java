package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.DatastoreException;
import java.sql.SQLException;

/**
 * Runs transactions that do not write records, and tries again what fails for a reason that may pass. Thread-safe.
 *
 * @param url the datastore
 * @param connections connects to it
 * @param failures tells why something failed
 * @param retry tries again
 */
record Database(StoreUrl url, Connections connections, Failures failures, Retry retry) {
    static Database of(StoreUrl url, Connections connections) {
        return new Database(
                url,
                connections,
                new Failures(url),
                new Retry(connections.limits().patience()));
    }

    /** Uses a session. */
    @FunctionalInterface
    interface Use<T> {
        T of(Session session) throws SQLException;
    }

    /**
     * Reads several things at one moment. Most ask only one question, which costs one round trip if it is no part of a transaction: so
     * that is tried, and {@code use} starts again in a transaction when it asks a second one. It has to be free of effects until then.
     */
    <T> T read(Use<T> use) {
        return run(() -> {
            try (Session session = connections.reader()) {
                session.askOnce();
                try {
                    return use.of(session);
                } catch (Session.SecondQuestionException e) {
                    session.begin();
                    T result = use.of(session);
                    end(session);
                    return result;
                }
            }
        });
    }

    /** What was read stays true if the transaction cannot be ended: its connection ends then. */
    private static void end(Session session) {
        try {
            session.commit();
        } catch (SQLException e) {
            // closing it removes it from the pool
        }
    }

    /** Runs statements each of which is a transaction, and which may be run more than once. */
    <T> T write(Use<T> use) {
        return run(() -> {
            try (Session session = connections.writer()) {
                return use.of(session);
            }
        });
    }

    private <T> T run(Retry.Action<T> action) {
        try {
            return retry.run(action);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    DatastoreException failed(SQLException failure) {
        return failures.of(failure);
    }
}
