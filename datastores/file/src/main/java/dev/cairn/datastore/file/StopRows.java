package dev.cairn.datastore.file;

import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import dev.cairn.datastore.support.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code stop}: the runs that somebody asked to stop. It came within format 2; older versions of Cairn do not look at it. */
final class StopRows {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS stop (run INTEGER PRIMARY KEY, requested TEXT NOT NULL, checksum INTEGER NOT NULL)";

    private StopRows() {}

    /**
     * When somebody first asked to stop a run; null if nobody did.
     *
     * @throws DamagedRecordException also if somebody did, but the request was lost
     */
    static @Nullable Instant find(Session session, long run) throws SQLException {
        Optional<Instant> requested =
                session.first("SELECT run, requested, checksum FROM stop WHERE run = ?", StopRows::read, run);
        if (requested.isEmpty()
                && TallyRows.find(session, run, Tally.Kind.STOP_REQUESTS, "").isPresent()) {
            throw new DamagedRecordException("a request to stop a run was recorded, but is not found");
        }
        return requested.orElse(null);
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
        long checksum = checksum(run, requested);
        int added = session.update(
                "INSERT OR IGNORE INTO stop (run, requested, checksum) VALUES (?, ?, ?)",
                run,
                requested.toString(),
                checksum);
        if (added > 0) {
            session.tallies()
                    .add(
                            run,
                            new Tally(
                                    Tally.Kind.STOP_REQUESTS, "", 1, Checksums.digest(checksum), requested, requested));
        }
    }

    /** Forgets a run that is deleted. */
    static void delete(Session session, long run) throws SQLException {
        session.update("DELETE FROM stop WHERE run = ?", run);
    }
}
