package dev.cairn.datastore.file;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.SQLException;
import java.util.List;

/** The table {@code log}. */
final class LogRows {
    private static final String OF_ATTEMPT = "WHERE run = ? AND step = ? AND position = ? AND attempt = ?";

    private LogRows() {}

    /**
     * A row.
     *
     * @param part the number of rows of this attempt before it
     * @param chunk the lines
     * @param checksum the second checksum
     */
    record LogRow(long part, LogFormat.Chunk chunk, long checksum) {
        /** The lines. */
        List<LogLine> lines(LogFormat format, long run, TaskId task, int attempt) {
            try {
                byte[] bytes = format.decompressed(chunk);
                long computed = LogRows.checksum(
                        run, task.step(), PositionKey.encode(task.position()), attempt, part, Checksums.first(bytes));
                if (!Checksums.agree(checksum, computed)) {
                    throw new DamagedRecordException("its key is not the one that it was written with");
                }
                return LogFormat.read(bytes);
            } catch (DamagedRecordException e) {
                throw damaged(task, attempt, e.getMessage());
            } catch (RuntimeException e) {
                throw damaged(task, attempt, "it is not what was written");
            }
        }
    }

    static DamagedRecordException damaged(TaskId task, int attempt, String how) {
        return new DamagedRecordException(
                "the output of attempt " + attempt + " of task " + task + " is damaged: " + how);
    }

    /** Appends lines, unless the run was deleted. Part of a transaction. */
    static void insert(Session session, long run, TaskId task, int attempt, List<LogFormat.Chunk> chunks)
            throws SQLException {
        byte[] position = PositionKey.encode(task.position());
        long part = count(session, run, task, attempt);
        for (LogFormat.Chunk chunk : chunks) {
            session.update(
                    "INSERT INTO log (run, step, position, attempt, size, encoding, lines, part, checksum)"
                            + " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE EXISTS (SELECT 1 FROM run WHERE number ="
                            + " ?1)",
                    run,
                    task.step(),
                    position,
                    attempt,
                    chunk.size(),
                    chunk.encoding().code(),
                    chunk.bytes(),
                    part,
                    checksum(run, task.step(), position, attempt, part, chunk.checksum()));
            part++;
        }
    }

    static long checksum(long run, String step, byte[] position, int attempt, long part, int first) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.text(step);
        writer.bytes(position);
        writer.number(attempt);
        writer.number(part);
        writer.number(Integer.toUnsignedLong(first));
        return writer.checksum();
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
    static List<LogRow> page(Session session, long run, TaskId task, int attempt, long after, int limit)
            throws SQLException {
        return session.list(
                "SELECT number, size, encoding, lines, part, checksum FROM log " + OF_ATTEMPT
                        + " AND number > ? ORDER BY number LIMIT ?",
                row -> new LogRow(
                        row.getLong(5),
                        LogFormat.Chunk.stored(row.getLong(1), row.getInt(2), encoding(row.getInt(3)), row.getBytes(4)),
                        row.getLong(6)),
                run,
                task.step(),
                PositionKey.encode(task.position()),
                attempt,
                after,
                limit);
    }

    private static PreparedBlob.Encoding encoding(int code) {
        try {
            return PreparedBlob.Encoding.of(code);
        } catch (RuntimeException e) {
            throw new DamagedRecordException("the output of a task is damaged: it has the unknown encoding " + code);
        }
    }
}
