package dev.cairn.datastore.file;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Lends sessions to threads that read. Thread-safe. There are as many sessions as threads ever read at once; each read is a
 * short transaction of its own.
 */
final class Readers implements AutoCloseable {
    private final Database database;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Database database) {
        this.database = database;
    }

    /** Reads from a session. */
    @FunctionalInterface
    interface Read<T> {
        T from(Session session) throws SQLException;
    }

    /** Reads several things at one time: what somebody writes meanwhile is not seen. */
    <T> T read(Read<T> read) {
        return lent(session -> {
            session.update("BEGIN");
            try {
                return read.from(session);
            } finally {
                session.update("COMMIT");
            }
        });
    }

    private <T> T lent(Read<T> read) {
        if (closed) {
            throw database.closed();
        }
        try {
            Session session = idle.pollFirst();
            if (session == null) {
                session = database.newReader();
            }
            boolean sound = false;
            try {
                T result = read.from(session);
                sound = true;
                return result;
            } finally {
                giveBack(session, sound);
            }
        } catch (SQLException e) {
            throw database.failedToRead(e);
        }
    }

    private void giveBack(Session session, boolean sound) throws SQLException {
        if (sound) {
            idle.addFirst(session);
        } else {
            session.close();
        }
        if (closed) {
            closeIdle();
        }
    }

    /** Sessions in use are closed as they come back. */
    @Override
    public void close() {
        closed = true;
        try {
            closeIdle();
        } catch (SQLException e) {
            throw database.failedToRead(e);
        }
    }

    private void closeIdle() throws SQLException {
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.close();
        }
    }
}
