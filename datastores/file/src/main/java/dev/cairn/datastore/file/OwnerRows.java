package dev.cairn.datastore.file;

import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The table {@code owner}: the epochs of runs that were taken over. A run that is not in it has epoch 1, and a store in which no run
 * was ever taken over has no such table: so older versions, which would not know whom to fence, go on with all other stores.
 */
final class OwnerRows {
    private static final long FIRST = 1;

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS owner (run INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, checksum INTEGER NOT NULL)";

    private OwnerRows() {}

    /** The epoch of a run that is there. */
    static long epoch(Session session, long run) throws SQLException {
        return areKept(session)
                ? session.first("SELECT epoch, checksum FROM owner WHERE run = ?", row -> read(run, row), run)
                        .orElse(FIRST)
                : FIRST;
    }

    private static boolean areKept(Session session) throws SQLException {
        return session.number("PRAGMA user_version") >= StoreSchema.WITH_OWNERS;
    }

    private static long read(long run, ResultSet row) throws SQLException {
        long epoch = row.getLong(1);
        if (row.getLong(2) != checksum(run, epoch)) {
            throw new DamagedRecordException("the record of the owner of a run is damaged: its checksum is wrong");
        }
        return epoch;
    }

    private static long checksum(long run, long epoch) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.number(epoch);
        return writer.checksum();
    }

    /** Gives a run to its next owner. Part of a transaction. */
    static void takeOver(Session session, long run, long epoch) throws SQLException {
        if (!areKept(session)) {
            session.execute(TABLE);
            session.execute("PRAGMA user_version = " + StoreSchema.WITH_OWNERS);
        }
        session.update(
                "INSERT OR REPLACE INTO owner (run, epoch, checksum) VALUES (?, ?, ?)",
                run,
                epoch,
                checksum(run, epoch));
    }

    /** Forgets a run that is deleted. Part of a transaction. */
    static void delete(Session session, long run) throws SQLException {
        if (areKept(session)) {
            session.update("DELETE FROM owner WHERE run = ?", run);
        }
    }
}
