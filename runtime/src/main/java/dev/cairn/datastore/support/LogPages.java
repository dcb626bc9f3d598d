package dev.cairn.datastore.support;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.file.LogRows.LogRow;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of an attempt, page by page. Its rows are numbered, and the record of the attempt says how many there were when it
 * was committed: so none is missing unseen. For one thread.
 *
 * @param run the number of the run
 */
record LogPages(long run, RunId id, TaskId task, int attempt) {
    private static final int PAGE = 16; // of up to 64 KiB each, unless a line is longer

    List<LogRow> after(Session session, @Nullable LogRow last) throws SQLException {
        List<LogRow> rows = LogRows.page(
                session, run, task, attempt, last == null ? 0 : last.chunk().number(), PAGE);
        long expected = last == null ? 0 : last.part() + 1;
        for (LogRow row : rows) {
            if (row.part() != Checksums.NONE && row.part() != expected) {
                throw missing();
            }
            expected++;
        }
        if (rows.isEmpty() && (last == null || last.part() != Checksums.NONE) && expected < committed(session)) {
            throw missing();
        }
        return rows;
    }

    private long committed(Session session) throws SQLException {
        return TaskRows.attempts(session, run, id, task).stream()
                .filter(row -> row.record().attempt() == attempt)
                .mapToLong(TaskRows.TaskRow::logs)
                .findFirst()
                .orElse(0);
    }

    private DamagedRecordException missing() {
        return LogRows.damaged(task, attempt, "some of it is missing");
    }
}
