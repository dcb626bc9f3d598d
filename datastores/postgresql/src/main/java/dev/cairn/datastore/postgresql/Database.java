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

    /** Reads several things at one moment. May ask more than once. */
    <T> T read(Use<T> use) {
        return run(() -> {
            try (Session session = connections.reader()) {
                T result = use.of(session);
                session.commit();
                return result;
            }
        });
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
