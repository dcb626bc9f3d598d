package dev.cairn.datastore.file;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.datastore.support.AttemptRow;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.StoredTask;
import dev.cairn.datastore.support.Tally;
import dev.cairn.datastore.support.TaskRecordFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table {@code task}. */
final class TaskRows {
    private static final TaskStatus[] STATUSES = TaskStatus.values();
    private static final int FAILED = TaskStatus.FAILED.ordinal();

    private static final String SELECT =
            "SELECT t.step, t.position, t.attempt, t.status, t.record, t.number, t.logs, t.checksum, ";

    private static final String IN_ORDER_OF_COMMITS = SELECT + "TRUE FROM task t ";

    private static final String ROW_OF_ENTRY = " LEFT JOIN task t ON t.number = i.number";

    /** Whether a row is the one that its entry in the index {@code task_position} means. */
    private static final String IN_PLACE =
            "(t.run = i.run AND t.step = i.step AND t.position = i.position AND t.attempt = i.attempt)";

    /** All that {@code i} is asked for is in the index, so that only {@code t} is read from the table. */
    private static final String BY_POSITION = SELECT + IN_PLACE + " FROM task i" + ROW_OF_ENTRY + " ";

    private static final String OF_ATTEMPT = "WHERE i.run = ? AND i.step = ? AND i.position = ? AND i.attempt = ?";

    /** With what is out of place, so that it is not left out, but read, and found to be damaged. */
    private static final String FINISHED = " AND (t.status IS NOT " + FAILED + " OR " + IN_PLACE + " IS NOT TRUE)";

    /**
     * All conditions in one statement, which is run once per task: a row that must not be there gets no step, and so is ignored. {@code
     * INSERT .. SELECT .. WHERE NOT EXISTS} would take twice as long, since SQLite puts what it selects from a table aside before it
     * changes that table.
     */
    private static final String INSERT =
            "INSERT OR IGNORE INTO task (run, step, position, attempt, status, record, logs, checksum)"
                    + " VALUES (?1, CASE WHEN EXISTS"
                    + " (SELECT 1 FROM task WHERE run = ?1 AND step = ?2 AND position = ?3 AND (attempt >= ?4 OR status IS NOT "
                    + FAILED
                    + ")) THEN NULL ELSE ?2 END, ?3, ?4, ?5, ?6, ?7, ?8)";

    private TaskRows() {}

    /**
     * Stores an attempt. Part of a transaction.
     *
     * @param run a run that is there
     * @param logs how many rows of output it has
     */
    static CommitResult insert(Session session, long run, TaskRecord record, byte[] encoded, long logs)
            throws SQLException {
        byte[] position = PositionKey.encode(record.task().position());
        int status = record.status().ordinal();
        long checksum = Checksums.ofTask(
                run, record.task().step(), position, record.attempt(), status, logs, Checksums.first(encoded));
        boolean inserted = session.update(
                        INSERT, run, record.task().step(), position, record.attempt(), status, encoded, logs, checksum)
                > 0;
        if (!inserted) {
            return refusal(session, run, record, encoded);
        }
        session.tallies()
                .add(
                        run,
                        new Tally(
                                Tally.Kind.of(record.status()),
                                record.task().step(),
                                1,
                                Checksums.digest(checksum),
                                record.startedAt(),
                                record.finishedAt()));
        return CommitResult.COMMITTED;
    }

    /** What to answer where something stands in the way of an attempt: perhaps the same commit, which has the same bytes. */
    private static CommitResult refusal(Session session, long run, TaskRecord record, byte[] encoded)
            throws SQLException {
        Object[] key = {
            run, record.task().step(), PositionKey.encode(record.task().position()), record.attempt()
        };
        Optional<byte[]> stored = session.first("SELECT record FROM task i " + OF_ATTEMPT, row -> row.getBytes(1), key);
        if (stored.isEmpty()) {
            return CommitResult.LOST;
        }
        return Arrays.equals(stored.get(), encoded)
                ? CommitResult.COMMITTED
                : new CommitResult.Duplicate(
                        session.first(BY_POSITION + OF_ATTEMPT, row -> read(run, record.run(), row), key)
                                .orElseThrow()
                                .record());
    }

    /** Whether an attempt is stored, by the commit that is meant. */
    static boolean has(Session session, long run, TaskCommit.Predecessor commit) throws SQLException {
        return session.first(
                        "SELECT record FROM task i " + OF_ATTEMPT,
                        row -> row.getBytes(1),
                        run,
                        commit.task().step(),
                        PositionKey.encode(commit.task().position()),
                        commit.attempt())
                .filter(encoded -> TaskRecordFormat.hasToken(encoded, commit.token()))
                .isPresent();
    }

    /** The attempts of a task, oldest first. */
    static List<StoredTask> attempts(Session session, long run, RunId id, TaskId task) throws SQLException {
        return session.list(
                BY_POSITION + "WHERE i.run = ? AND i.step = ? AND i.position = ? ORDER BY i.attempt",
                row -> read(run, id, row),
                run,
                task.step(),
                PositionKey.encode(task.position()));
    }

    /** The finished tasks of a step from a position on, in item order. */
    static List<StoredTask> fromPosition(Session session, long run, RunId id, String step, byte[] from, int limit)
            throws SQLException {
        return session.list(
                BY_POSITION + "WHERE i.run = ? AND i.step = ? AND i.position >= ?" + FINISHED
                        + " ORDER BY i.position LIMIT ?",
                row -> read(run, id, row),
                run,
                step,
                from,
                limit);
    }

    /**
     * The finished tasks of a step from a number on, in item order.
     *
     * @param failures whether attempts failed: else the index alone tells where the page begins
     */
    static List<StoredTask> fromNumber(
            Session session, long run, RunId id, String step, long from, int limit, boolean failures)
            throws SQLException {
        String page = "SELECT i.run, i.step, i.position, i.attempt, i.number FROM task i"
                + (failures ? ROW_OF_ENTRY : "") + " WHERE i.run = ? AND i.step = ?" + (failures ? FINISHED : "")
                + " ORDER BY i.position LIMIT ? OFFSET ?";
        return session.list(
                SELECT + IN_PLACE + " FROM (" + page + ") i" + ROW_OF_ENTRY + " ORDER BY i.position",
                row -> read(run, id, row),
                run,
                step,
                limit,
                from);
    }

    /** Of the tasks of a step whose position begins so, the finished one that comes last in item order. */
    static Optional<StoredTask> lastOfStep(Session session, long run, RunId id, String step, List<Coordinate> position)
            throws SQLException {
        return session.first(
                BY_POSITION + "WHERE i.run = ? AND i.step = ? AND i.position >= ? AND i.position < ?" + FINISHED
                        + " ORDER BY i.position DESC LIMIT 1",
                row -> read(run, id, row),
                run,
                step,
                PositionKey.encode(position),
                PositionKey.endOf(position));
    }

    /** Whether an attempt did not fail. */
    static boolean isFinished(Session session, long number) throws SQLException {
        return session.number("SELECT status IS NOT " + FAILED + " FROM task WHERE number = ?", number) != 0;
    }

    private static void requireInPlace(RunId run, boolean inPlace) {
        if (!inPlace) {
            throw new DamagedRecordException(
                    "an index of the attempts of run " + run + " is damaged: it leads to another attempt, or to none");
        }
    }

    /** The next attempts of a run after a row, in the order of the commits. */
    static List<StoredTask> nextOfRun(Session session, long run, RunId id, long after, int limit) throws SQLException {
        return session.list(
                IN_ORDER_OF_COMMITS + "WHERE run = ? AND number > ? ORDER BY number LIMIT ?",
                row -> read(run, id, row),
                run,
                after,
                limit);
    }

    private static StoredTask read(long run, RunId id, ResultSet row) throws SQLException {
        requireInPlace(id, row.getBoolean(9));
        AttemptRow key = new AttemptRow(id, row.getString(1), row.getBytes(2), row.getInt(3));
        return key.read(() -> {
            int status = row.getInt(4);
            byte[] encoded = row.getBytes(5);
            long logs = row.getLong(7);
            long computed = Checksums.ofTask(
                    run, key.step(), key.position(), key.attempt(), status, logs, Checksums.first(encoded));
            AttemptRow.requireOwnKey(Checksums.agree(row.getLong(8), computed));
            TaskRecord record = TaskRecordFormat.read(id, key.task(), key.attempt(), STATUSES[status], encoded);
            return new StoredTask(record, row.getLong(6), logs, computed);
        });
    }
}
