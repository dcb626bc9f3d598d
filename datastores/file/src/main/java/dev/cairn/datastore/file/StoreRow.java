package dev.cairn.datastore.file;

import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The one row of the table {@code store}: what the datastore is, and how much has to be in it.
 *
 * @param id random; no two datastores have the same
 * @param commits how many transactions there were
 * @param runs how many runs there are
 */
record StoreRow(String id, long commits, long runs) {
    /** @throws DamagedRecordException if there is none, or if it is not what was written */
    static StoreRow read(Session session) throws SQLException {
        Optional<StoreRow> row = session.first("SELECT id, commits, runs, checksum FROM store", StoreRow::read);
        return row.orElseThrow(() -> new DamagedRecordException("the record of the datastore itself is missing"));
    }

    private static StoreRow read(ResultSet row) throws SQLException {
        StoreRow read = new StoreRow(String.valueOf(row.getString(1)), row.getLong(2), row.getLong(3));
        if (!Checksums.agree(row.getLong(4), read.checksum())) {
            throw new DamagedRecordException("the record of the datastore itself is damaged: its checksum is wrong");
        }
        return read;
    }

    private long checksum() {
        RecordWriter writer = new RecordWriter();
        writer.text(id);
        writer.number(commits);
        writer.number(runs);
        return writer.checksum();
    }

    /** Stores it in place of what was there. Part of a transaction. */
    void store(Session session) throws SQLException {
        session.update(
                "INSERT OR REPLACE INTO store (number, id, commits, runs, checksum) VALUES (1, ?, ?, ?, ?)",
                id,
                commits,
                runs,
                checksum());
    }

    /** How many runs there are; {@link Checksums#NONE} where nobody counted. */
    static long runs(Session session) throws SQLException {
        return read(session).runs();
    }

    /** Adds to the number of runs. Part of a transaction. */
    static void count(Session session, int added) throws SQLException {
        StoreRow before = read(session);
        new StoreRow(before.id, before.commits, before.runs + added).store(session);
    }

    /** Notes one more transaction, of which it is part; what it is like after it. */
    static StoreRow next(Session session) throws SQLException {
        StoreRow before = read(session);
        StoreRow after = new StoreRow(before.id, before.commits + 1, before.runs);
        after.store(session);
        return after;
    }
}
