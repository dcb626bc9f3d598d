package dev.cairn.datastore.file;

import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.support.AttemptRow;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.StoredEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Of the table {@code task}, that attempts have ended: without their records, and with what the table {@code log} has of them. */
final class EndRows {
    private static final String OUTPUT =
            "EXISTS (SELECT 1 FROM log l WHERE l.run = t.run AND l.step = t.step AND l.position = t.position AND l.attempt = t.attempt)";

    private EndRows() {}

    /** The next attempts of a run after a row, in the order of the commits. */
    static List<StoredEnd> nextOfRun(Session session, long run, RunId id, long after, int limit) throws SQLException {
        return session.list(
                "SELECT t.step, t.position, t.attempt, t.status, substr(t.record, -4), t.number, t.logs, t.checksum, "
                        + OUTPUT + " FROM task t WHERE t.run = ? AND t.number > ? ORDER BY t.number LIMIT ?",
                row -> read(run, id, row),
                run,
                after,
                limit);
    }

    private static StoredEnd read(long run, RunId id, ResultSet row) throws SQLException {
        AttemptRow key = new AttemptRow(id, row.getString(1), row.getBytes(2), row.getInt(3));
        return key.read(() -> {
            long logs = row.getLong(7);
            long computed = Checksums.ofTask(
                    run,
                    key.step(),
                    key.position(),
                    key.attempt(),
                    row.getInt(4),
                    logs,
                    Checksums.first(row.getBytes(5)));
            AttemptRow.requireOwnKey(Checksums.agree(row.getLong(8), computed));
            EndedAttempt ended = new EndedAttempt(key.task(), key.attempt(), logs > 0 || row.getBoolean(9));
            return new StoredEnd(ended, row.getLong(6));
        });
    }
}
