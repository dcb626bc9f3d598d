package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.AttemptRow;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredTask;
import dev.cairn.datastore.support.Tally;
import dev.cairn.datastore.support.TaskRecordFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code task}. */
final class TaskRows {
    private static final TaskStatus[] STATUSES = TaskStatus.values();
    private static final int FAILED = TaskStatus.FAILED.ordinal();

    private static final String COLUMNS =
            "t.step, t.position, t.attempt, t.status, t.record, t.number, t.logs, t.checksum";
    private static final String OF_RUN =
            "SELECT " + COLUMNS + " FROM task t WHERE t.run = ? AND EXISTS (SELECT FROM run WHERE number = t.run) ";
    private static final String FINISHED = "AND t.step = ? AND t.status <> " + FAILED + " ";

    /** What stands in the way of an attempt that is not yet there: one that finished, or a later one. */
    private static final String IS_LATE = "SELECT true FROM task t WHERE t.run = g.run AND t.step = g.step"
            + " AND t.position = g.position AND (t.attempt >= g.attempt OR t.status <> " + FAILED + ") LIMIT 1";

    private static final String INSERT =
            "INSERT INTO task AS t (run, step, position, attempt, status, logs, checksum, record)"
                    + " SELECT run, step, position, attempt, status, logs, checksum, record"
                    + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY"
                    + " AS g(run, step, position, attempt, status, logs, checksum, record, entry)"
                    + " WHERE (" + IS_LATE + ") IS NULL ORDER BY entry ON CONFLICT DO NOTHING"
                    + " RETURNING t.run, t.step, t.position, t.attempt";

    private TaskRows() {}

    /**
     * An attempt to store.
     *
     * @param run the run
     * @param record the attempt
     * @param encoded it and its token
     * @param logs how many rows of output it has
     */
    record Row(RunKey run, TaskRecord record, byte[] encoded, long logs) {
        AttemptKey key() {
            return new AttemptKey(run.number(), record.task(), record.attempt());
        }

        long checksum() {
            return Checksums.ofTask(
                    run.number(),
                    record.task().step(),
                    key().position(),
                    record.attempt(),
                    record.status().ordinal(),
                    logs,
                    Checksums.first(encoded));
        }

        Tally tally() {
            return new Tally(
                    Tally.Kind.of(record.status()),
                    record.task().step(),
                    1,
                    Checksums.digest(checksum()),
                    record.startedAt(),
                    record.finishedAt());
        }
    }

    /**
     * What became of an attempt.
     *
     * @param result the answer
     * @param stored whether it was stored now
     */
    record Outcome(CommitResult result, boolean stored) {
        private static final Outcome STORED = new Outcome(CommitResult.COMMITTED, true);
        private static final Outcome LOST = new Outcome(CommitResult.LOST, false);
    }

    /**
     * Stores attempts, no two of one task. Part of a transaction that has locked their runs.
     *
     * @return what became of them, in the same order
     */
    static List<Outcome> insert(Session session, List<Row> rows) throws SQLException {
        List<Long> statuses = new ArrayList<>();
        List<Long> logs = new ArrayList<>();
        List<Long> checksums = new ArrayList<>();
        List<byte[]> records = new ArrayList<>();
        for (Row row : rows) {
            statuses.add((long) row.record().status().ordinal());
            logs.add(row.logs());
            checksums.add(row.checksum());
            records.add(row.encoded());
        }
        Column[] keys = keys(rows);
        List<AttemptKey> inserted = session.list(
                INSERT,
                AttemptKey::read,
                keys[0],
                keys[1],
                keys[2],
                keys[3],
                Column.ofNumbers(statuses),
                Column.ofNumbers(logs),
                Column.ofNumbers(checksums),
                Column.ofBytes(records));
        if (inserted.size() == rows.size()) {
            return rows.stream().map(row -> Outcome.STORED).toList();
        }
        return refusals(session, rows, new HashSet<>(inserted));
    }

    private static Column[] keys(List<Row> rows) {
        return AttemptKey.columns(rows.stream().map(Row::key).toList());
    }

    /** What to answer where something stood in the way of some attempts: perhaps the same commit, which has the same bytes. */
    private static List<Outcome> refusals(Session session, List<Row> rows, Set<AttemptKey> inserted)
            throws SQLException {
        List<Row> refused =
                rows.stream().filter(row -> !inserted.contains(row.key())).toList();
        Outcome[] answers = new Outcome[refused.size()];
        Arrays.fill(answers, Outcome.LOST);
        Column[] keys = keys(refused);
        session.list(
                "SELECT " + COLUMNS
                        + ", g.entry FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS g(run, step, position, attempt, entry)"
                        + " JOIN task t ON t.run = g.run AND t.step = g.step AND t.position = g.position AND t.attempt = g.attempt",
                row -> {
                    int entry = row.getInt(9) - 1;
                    Row late = refused.get(entry);
                    boolean same = Arrays.equals(row.getBytes(5), late.encoded());
                    answers[entry] = new Outcome(
                            same
                                    ? CommitResult.COMMITTED
                                    : new CommitResult.Duplicate(
                                            read(late.run(), row).record()),
                            false);
                    return true;
                },
                keys[0],
                keys[1],
                keys[2],
                keys[3]);
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Row row : rows) {
            outcomes.add(inserted.contains(row.key()) ? Outcome.STORED : answers[next++]);
        }
        return outcomes;
    }

    /** Whether an attempt is stored, by the commit that is meant. */
    static boolean has(Session session, RunKey run, TaskCommit.Predecessor commit) throws SQLException {
        return session.first(
                        "SELECT t.record FROM task t WHERE t.run = ? AND t.step = ? AND t.position = ? AND t.attempt = ?",
                        row -> row.getBytes(1),
                        run.number(),
                        commit.task().step(),
                        PositionKey.encode(commit.task().position()),
                        commit.attempt())
                .filter(encoded -> TaskRecordFormat.hasToken(encoded, commit.token()))
                .isPresent();
    }

    /** The attempts of a task, oldest first. */
    static List<StoredTask> attempts(Session session, RunKey run, TaskId task) throws SQLException {
        return session.list(
                OF_RUN + "AND t.step = ? AND t.position = ? ORDER BY t.attempt",
                row -> read(run, row),
                run.number(),
                task.step(),
                PositionKey.encode(task.position()));
    }

    /** The next attempts of a run after a row, in the order of the commits. */
    static List<StoredTask> nextOfRun(Session session, RunKey run, long after, int limit) throws SQLException {
        return session.list(
                OF_RUN + "AND t.number > ? ORDER BY t.number LIMIT ?",
                row -> read(run, row),
                run.number(),
                after,
                limit);
    }

    /** The finished tasks of a step from a position on, in item order. */
    static List<StoredTask> fromPosition(Session session, RunKey run, String step, List<Coordinate> from, int limit)
            throws SQLException {
        return session.list(
                OF_RUN + FINISHED + "AND t.position >= ? ORDER BY t.position LIMIT ?",
                row -> read(run, row),
                run.number(),
                step,
                PositionKey.encode(from),
                limit);
    }

    /** The finished tasks of a step without the first ones, in item order. */
    static List<StoredTask> fromNumber(Session session, RunKey run, String step, long skipped, int limit)
            throws SQLException {
        return session.list(
                OF_RUN + FINISHED + "ORDER BY t.position LIMIT ? OFFSET ?",
                row -> read(run, row),
                run.number(),
                step,
                limit,
                skipped);
    }

    /** Of the tasks of a step whose position begins so, the finished one that comes last in item order. */
    static Optional<StoredTask> lastOfStep(Session session, RunKey run, String step, List<Coordinate> position)
            throws SQLException {
        return session.first(
                OF_RUN + FINISHED + "AND t.position >= ? AND t.position < ? ORDER BY t.position DESC LIMIT 1",
                row -> read(run, row),
                run.number(),
                step,
                PositionKey.encode(position),
                PositionKey.endOf(position));
    }

    private static StoredTask read(RunKey run, ResultSet row) throws SQLException {
        AttemptRow key = new AttemptRow(run.id(), row.getString(1), row.getBytes(2), row.getInt(3));
        return key.read(() -> {
            int status = row.getInt(4);
            byte[] encoded = row.getBytes(5);
            long logs = row.getLong(7);
            long computed = Checksums.ofTask(
                    run.number(), key.step(), key.position(), key.attempt(), status, logs, Checksums.first(encoded));
            AttemptRow.requireOwnKey(row.getLong(8) == computed);
            TaskRecord record = TaskRecordFormat.read(run.id(), key.task(), key.attempt(), STATUSES[status], encoded);
            return new StoredTask(record, row.getLong(6), logs, computed);
        });
    }
}
