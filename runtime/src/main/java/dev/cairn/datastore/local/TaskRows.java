package dev.cairn.datastore.local;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code task}. */
final class TaskRows {
    private static final TaskStatus[] STATUSES = TaskStatus.values();
    private static final int FAILED = TaskStatus.FAILED.ordinal();

    private static final String COLUMNS = "SELECT step, position, attempt, status, record, number FROM task ";

    /** All conditions in one statement: it is run once per task. */
    private static final String INSERT = "INSERT INTO task (run, step, position, attempt, status, record)"
            + " SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM run WHERE number = ?1) AND NOT EXISTS"
            + " (SELECT 1 FROM task WHERE run = ?1 AND step = ?2 AND position = ?3 AND (attempt >= ?4 OR status <> "
            + FAILED
            + "))";

    private TaskRows() {}

    /**
     * A row.
     *
     * @param record the attempt
     * @param position its key
     * @param number the number of the row
     */
    record TaskRow(TaskRecord record, byte[] position, long number) {}

    /**
     * Stores an attempt, unless it comes too late or its run was deleted; whether it did. Part of a transaction.
     *
     * @param run the number of the run
     */
    static boolean insert(Session session, long run, TaskRecord record, byte[] encoded) throws SQLException {
        return session.update(
                        INSERT,
                        run,
                        record.task().step(),
                        PositionKey.encode(record.task().position()),
                        record.attempt(),
                        record.status().ordinal(),
                        encoded)
                > 0;
    }

    /** The attempts of a task, oldest first. */
    static List<TaskRecord> attempts(Session session, long run, RunId id, TaskId task) throws SQLException {
        return session
                .list(
                        COLUMNS + "WHERE run = ? AND step = ? AND position = ? ORDER BY attempt",
                        row -> read(id, row),
                        run,
                        task.step(),
                        PositionKey.encode(task.position()))
                .stream()
                .map(TaskRow::record)
                .toList();
    }

    /** The first finished tasks of a step, in item order. */
    static List<TaskRow> firstOfStep(Session session, long run, RunId id, String step, int limit) throws SQLException {
        return session.list(
                COLUMNS + "WHERE run = ? AND step = ? AND status <> " + FAILED + " ORDER BY position LIMIT ?",
                row -> read(id, row),
                run,
                step,
                limit);
    }

    /** The next finished tasks of a step after a position, in item order. */
    static List<TaskRow> nextOfStep(Session session, long run, RunId id, String step, byte[] after, int limit)
            throws SQLException {
        return session.list(
                COLUMNS + "WHERE run = ? AND step = ? AND position > ? AND status <> " + FAILED
                        + " ORDER BY position LIMIT ?",
                row -> read(id, row),
                run,
                step,
                after,
                limit);
    }

    /** Of the tasks of a step whose position begins so, the finished one that comes last in item order. */
    static Optional<TaskRecord> lastOfStep(Session session, long run, RunId id, String step, List<Coordinate> position)
            throws SQLException {
        return session.first(
                        COLUMNS + "WHERE run = ? AND step = ? AND position >= ? AND position < ? AND status <> "
                                + FAILED + " ORDER BY position DESC LIMIT 1",
                        row -> read(id, row),
                        run,
                        step,
                        PositionKey.encode(position),
                        PositionKey.endOf(position))
                .map(TaskRow::record);
    }

    /** The next attempts of a run after a row, in the order of the commits. */
    static List<TaskRow> nextOfRun(Session session, long run, RunId id, long after, int limit) throws SQLException {
        return session.list(
                COLUMNS + "WHERE run = ? AND number > ? ORDER BY number LIMIT ?",
                row -> read(id, row),
                run,
                after,
                limit);
    }

    private static TaskRow read(RunId run, ResultSet row) throws SQLException {
        byte[] position = row.getBytes(2);
        TaskId task = PositionKey.decode(row.getString(1), position);
        int attempt = row.getInt(3);
        try {
            TaskRecord record = TaskRecordFormat.read(run, task, attempt, STATUSES[row.getInt(4)], row.getBytes(5));
            return new TaskRow(record, position, row.getLong(6));
        } catch (DamagedRecordException e) {
            throw new DamagedRecordException("the record of attempt " + attempt + " of task " + task + " of run " + run
                    + " is damaged: " + e.getMessage());
        }
    }
}
