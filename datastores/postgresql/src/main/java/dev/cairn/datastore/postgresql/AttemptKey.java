package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.PositionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An attempt of a task, as the columns {@code run, step, position, attempt} have it. Immutable.
 *
 * @param run the number of the run
 * @param task the task
 * @param attempt its number
 */
record AttemptKey(long run, TaskId task, int attempt) {
    /** Reads the first four columns of a row. */
    static AttemptKey read(ResultSet row) throws SQLException {
        return new AttemptKey(row.getLong(1), PositionKey.decode(row.getString(2), row.getBytes(3)), row.getInt(4));
    }

    byte[] position() {
        return PositionKey.encode(task.position());
    }

    /** Many keys as four arguments. */
    static Column[] columns(Collection<AttemptKey> keys) {
        List<Long> runs = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<byte[]> positions = new ArrayList<>();
        List<Long> attempts = new ArrayList<>();
        for (AttemptKey key : keys) {
            runs.add(key.run());
            steps.add(key.task().step());
            positions.add(key.position());
            attempts.add((long) key.attempt());
        }
        return new Column[] {
            Column.ofNumbers(runs), Column.ofTexts(steps), Column.ofBytes(positions), Column.ofNumbers(attempts)
        };
    }
}
