package dev.cairn.datastore.file;

import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code deleted}: the runs whose rows nobody finds any more, though some of them still take space. It came within format 2:
 * older versions of Cairn remove all rows of a run at once, and leave those of other runs as they are.
 */
final class DeletedRows {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS deleted (run INTEGER PRIMARY KEY, checksum INTEGER NOT NULL)";

    /** What holds rows of runs, with the columns by which a row is known. */
    private static final List<List<String>> TABLES = List.of(
            List.of("task", "number"),
            List.of("log", "number"),
            List.of("file", "run, key"),
            List.of("tally", "run, kind, name"));

    /** So many rows of the largest kind are removed in a few milliseconds. */
    private static final int STEP_ROWS = 500;

    private static final int STEP_PAGES = 512;

    private DeletedRows() {}

    /** Notes that a run was deleted. Part of a transaction, as all that follow but {@link #has}. */
    static void add(Session session, long run) throws SQLException {
        session.update("INSERT OR REPLACE INTO deleted (run, checksum) VALUES (?, ?)", run, checksum(run));
    }

    /** Whether the rows of a run are only waiting to be removed. */
    static boolean has(Session session, long run) throws SQLException {
        return session.first("SELECT run, checksum FROM deleted WHERE run = ?", DeletedRows::read, run)
                        .isPresent()
                && !RunRows.exists(session, run);
    }

    private static long read(ResultSet row) throws SQLException {
        if (row.getLong(2) != checksum(row.getLong(1))) {
            throw new DamagedRecordException("the record of a deleted run is damaged: its checksum is wrong");
        }
        return row.getLong(1);
    }

    private static long checksum(long run) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        return writer.checksum();
    }

    /** Removes a few rows of a deleted run, or gives some empty pages back to the disk; whether there was anything to do. */
    static boolean free(Session session) throws SQLException {
        Optional<Long> run = session.first("SELECT run, checksum FROM deleted LIMIT 1", DeletedRows::read);
        if (run.isPresent()) {
            free(session, run.get());
            return true;
        }
        boolean hasFreePages = session.number("PRAGMA freelist_count") > 0;
        if (hasFreePages) {
            session.giveBack(STEP_PAGES);
        }
        return hasFreePages;
    }

    private static void free(Session session, long run) throws SQLException {
        int left = RunRows.exists(session, run) ? 0 : STEP_ROWS; // a damaged record must not cost a run its rows
        for (List<String> table : TABLES) {
            if (left > 0) {
                left -= session.update(
                        "DELETE FROM " + table.get(0) + " WHERE (" + table.get(1) + ") IN (SELECT " + table.get(1)
                                + " FROM " + table.get(0) + " WHERE run = ? LIMIT ?)",
                        run,
                        left);
            }
        }
        if (left == STEP_ROWS || RunRows.exists(session, run)) {
            session.update("DELETE FROM deleted WHERE run = ?", run);
        }
    }
}
