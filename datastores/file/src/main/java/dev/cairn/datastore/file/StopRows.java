package dev.cairn.datastore.file;

import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table {@code stop}: the runs that somebody asked to stop. It came within format 2; older versions of Cairn do not look at it. */
final class StopRows {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS stop (run INTEGER PRIMARY KEY, requested TEXT NOT NULL, checksum INTEGER NOT NULL)";

    private StopRows() {}

    /** When somebody first asked to stop a run; null if nobody did. */
    static @Nullable Instant find(Session session, long run) throws SQLException {
        return session.first("SELECT run, requested, checksum FROM stop WHERE run = ?", StopRows::read, run)
                .orElse(null);
    }

    private static Instant read(ResultSet row) throws SQLException {
        Instant requested = Instant.parse(row.getString(2));
        if (row.getLong(3) != checksum(row.getLong(1), requested)) {
            throw new DamagedRecordException("the request to stop a run is damaged: its checksum is wrong");
        }
        return requested;
    }

    private static long checksum(long run, Instant requested) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.time(requested);
        return writer.checksum();
    }

    /** Notes the first request. Part of a transaction, as what follows. */
    static void add(Session session, long run, Instant requested) throws SQLException {
        session.update(
                "INSERT OR IGNORE INTO stop (run, requested, checksum) VALUES (?, ?, ?)",
                run,
                requested.toString(),
                checksum(run, requested));
    }

    /** Forgets a run that is deleted. */
    static void delete(Session session, long run) throws SQLException {
        session.update("DELETE FROM stop WHERE run = ?", run);
    }
}
