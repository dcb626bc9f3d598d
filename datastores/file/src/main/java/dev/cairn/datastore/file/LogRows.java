package dev.cairn.datastore.file;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.LogChunk;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.StoredLog;
import java.sql.SQLException;
import java.util.List;

/** The table {@code log}. */
final class LogRows {
    private static final String OF_ATTEMPT = "WHERE run = ? AND step = ? AND position = ? AND attempt = ?";

    private LogRows() {}

    /** Appends lines to the output of an attempt of a run that is there. Part of a transaction. */
    static void insert(Session session, long run, TaskId task, int attempt, List<LogChunk> chunks) throws SQLException {
        byte[] position = PositionKey.encode(task.position());
        long part = count(session, run, task, attempt);
        for (LogChunk chunk : chunks) {
            session.update(
                    "INSERT INTO log (run, step, position, attempt, size, encoding, lines, part, checksum) VALUES (?, ?, ?,"
                            + " ?, ?, ?, ?, ?, ?)",
                    run,
                    task.step(),
                    position,
                    attempt,
                    chunk.size(),
                    chunk.encoding().code(),
                    chunk.bytes(),
                    part,
                    Checksums.ofLog(run, task.step(), position, attempt, part, chunk.checksum()));
            part++;
        }
    }

    /** How many rows an attempt has. */
    static long count(Session session, long run, TaskId task, int attempt) throws SQLException {
        return session.number(
                "SELECT count(*) FROM log " + OF_ATTEMPT,
                run,
                task.step(),
                PositionKey.encode(task.position()),
                attempt);
    }

    /** The next rows after a row. */
    static List<StoredLog> page(Session session, long run, TaskId task, int attempt, long after, int limit)
            throws SQLException {
        return session.list(
                "SELECT number, size, encoding, lines, part, checksum FROM log " + OF_ATTEMPT
                        + " AND number > ? ORDER BY number LIMIT ?",
                row -> new StoredLog(
                        row.getLong(1),
                        row.getLong(5),
                        new LogChunk(row.getInt(2), Encoding.of(row.getInt(3)), row.getBytes(4), 0),
                        row.getLong(6)),
                run,
                task.step(),
                PositionKey.encode(task.position()),
                attempt,
                after,
                limit);
    }
}
