package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.LogChunk;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.StoredLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code log}. */
final class LogRows {
    private LogRows() {}

    /**
     * Appends lines to the output of attempts. Part of a transaction that has locked the runs exclusively.
     *
     * @param counts how many rows each of the attempts has; what is appended is added
     */
    static void insert(Session session, List<Entry.AppendLog> appended, Map<AttemptKey, Long> counts)
            throws SQLException {
        List<AttemptKey> keys = new ArrayList<>();
        List<Long> parts = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        List<Long> encodings = new ArrayList<>();
        List<Long> checksums = new ArrayList<>();
        List<byte[]> lines = new ArrayList<>();
        for (Entry.AppendLog log : appended) {
            AttemptKey key = new AttemptKey(log.run().number(), log.task(), log.attempt());
            for (LogChunk chunk : log.chunks()) {
                long part = counts.merge(key, 1L, Long::sum) - 1;
                keys.add(key);
                parts.add(part);
                sizes.add((long) chunk.size());
                encodings.add((long) chunk.encoding().code());
                checksums.add(Checksums.ofLog(
                        key.run(), key.task().step(), key.position(), key.attempt(), part, chunk.checksum()));
                lines.add(chunk.bytes());
            }
        }
        Column[] columns = AttemptKey.columns(keys);
        session.update(
                "INSERT INTO log (run, step, position, attempt, part, size, encoding, checksum, lines)"
                        + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                Column.ofNumbers(parts),
                Column.ofNumbers(sizes),
                Column.ofNumbers(encodings),
                Column.ofNumbers(checksums),
                Column.ofBytes(lines));
    }

    /** How many rows attempts have. */
    static Map<AttemptKey, Long> counts(Session session, Set<AttemptKey> attempts) throws SQLException {
        Map<AttemptKey, Long> counts = new HashMap<>();
        if (attempts.isEmpty()) {
            return counts;
        }
        List<AttemptKey> keys = new ArrayList<>(new LinkedHashSet<>(attempts));
        Column[] columns = AttemptKey.columns(keys);
        session.list(
                "SELECT entry, (SELECT count(*) FROM log l WHERE l.run = g.run AND l.step = g.step AND l.position = g.position"
                        + " AND l.attempt = g.attempt)"
                        + " FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS g(run, step, position, attempt, entry)",
                row -> counts.put(keys.get(row.getInt(1) - 1), row.getLong(2)) == null,
                columns[0],
                columns[1],
                columns[2],
                columns[3]);
        return counts;
    }

    /** The next rows after a row, which is known by the number of its part, from 1. */
    static List<StoredLog> page(Session session, long run, TaskId task, int attempt, long after, int limit)
            throws SQLException {
        return session.list(
                "SELECT part, size, encoding, lines, checksum FROM log WHERE run = ? AND step = ? AND position = ? AND attempt = ?"
                        + " AND part >= ? AND EXISTS (SELECT FROM run WHERE number = log.run) ORDER BY part LIMIT ?",
                row -> new StoredLog(
                        row.getLong(1) + 1,
                        row.getLong(1),
                        new LogChunk(row.getInt(2), Encoding.of(row.getInt(3)), row.getBytes(4), 0),
                        row.getLong(5)),
                run,
                task.step(),
                PositionKey.encode(task.position()),
                attempt,
                after,
                limit);
    }
}
