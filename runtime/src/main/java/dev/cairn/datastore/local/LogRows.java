package dev.cairn.datastore.local;

import dev.cairn.datastore.TaskId;
import java.sql.SQLException;
import java.util.List;

/** The table {@code log}. */
final class LogRows {
    private LogRows() {}

    /** Appends lines, unless the run was deleted. Part of a transaction. */
    static void insert(Session session, long run, TaskId task, int attempt, List<LogFormat.Chunk> chunks)
            throws SQLException {
        for (LogFormat.Chunk chunk : chunks) {
            session.update(
                    "INSERT INTO log (run, step, position, attempt, size, encoding, lines)"
                            + " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM run WHERE number = ?1)",
                    run,
                    task.step(),
                    PositionKey.encode(task.position()),
                    attempt,
                    chunk.size(),
                    chunk.encoding().code(),
                    chunk.bytes());
        }
    }

    /** The next lines after a row. */
    static List<LogFormat.Chunk> page(Session session, long run, TaskId task, int attempt, long after, int limit)
            throws SQLException {
        return session.list(
                "SELECT number, size, encoding, lines FROM log"
                        + " WHERE run = ? AND step = ? AND position = ? AND attempt = ? AND number > ?"
                        + " ORDER BY number LIMIT ?",
                row -> new LogFormat.Chunk(
                        row.getLong(1), row.getInt(2), PreparedBlob.Encoding.of(row.getInt(3)), row.getBytes(4)),
                run,
                task.step(),
                PositionKey.encode(task.position()),
                attempt,
                after,
                limit);
    }
}
