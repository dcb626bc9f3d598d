package dev.cairn.datastore.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code deleted}: the runs whose rows nobody finds any more, though some of them still take space. */
final class DeletedRows {
    private static final List<List<String>> TABLES = List.of(
            List.of("task", "run, number"),
            List.of("log", "run, step, position, attempt, part"),
            List.of("file", "run, key"),
            List.of("tally", "run, kind, name, writer"));

    /** So many rows are removed in a few milliseconds. */
    private static final int STEP_ROWS = 1000;

    private DeletedRows() {}

    /** Removes a few rows of a deleted run; whether there was anything to do. Part of a transaction. */
    static boolean free(Session session) throws SQLException {
        Optional<Long> run = session.first(
                "SELECT run FROM deleted ORDER BY run LIMIT 1 FOR UPDATE SKIP LOCKED", row -> row.getLong(1));
        if (run.isEmpty()) {
            session.update("DELETE FROM writer WHERE seen < clock_timestamp() - interval '7 days'");
            return false;
        }
        int left = STEP_ROWS;
        for (List<String> table : TABLES) {
            if (left > 0) {
                left -= session.update(
                        "DELETE FROM " + table.get(0) + " WHERE (" + table.get(1) + ") IN (SELECT " + table.get(1)
                                + " FROM " + table.get(0) + " WHERE run = ? LIMIT ?)",
                        run.get(),
                        left);
            }
        }
        if (left == STEP_ROWS) {
            session.update("DELETE FROM deleted WHERE run = ?", run.get());
        }
        return true;
    }
}
