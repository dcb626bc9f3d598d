package dev.cairn.datastore.local;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables {@code flow}, {@code run} and {@code tag}. */
final class RunRows {
    private static final String COLUMNS =
            "id, flow, class, status, started, finished, heartbeat, user, cairn_version, java_version, code_commit,"
                    + " artifacts, failed_task, failure, number";

    private RunRows() {}

    /** Stores a new run, unless its id or the name of its flow is in use. Part of a transaction. */
    static void create(Session session, RunRecord run) throws SQLException {
        String user = session.first("SELECT class FROM flow WHERE name = ?", row -> row.getString(1), run.flow())
                .orElse(run.flowClass());
        if (!user.equals(run.flowClass())) {
            throw DatastoreException.flowNameInUse(run.flow(), run.flowClass(), user);
        }
        if (number(session, run.id()).isPresent()) {
            throw DatastoreException.runExists(run.id());
        }
        rename(session, run.flow(), run.flowClass());
        session.update(
                "INSERT INTO run (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id().value(),
                run.flow(),
                run.flowClass(),
                run.status().name(),
                run.startedAt().toString(),
                text(run.finishedAt()),
                run.heartbeatAt().toString(),
                run.user(),
                run.cairnVersion(),
                run.javaVersion(),
                run.commit(),
                artifacts(run.artifacts()),
                text(run.failedTask()),
                failure(run.failure()),
                null);
        long number = number(session, run.id()).orElseThrow();
        for (String tag : run.tags()) {
            session.update("INSERT INTO tag (run, tag) VALUES (?, ?)", number, tag);
        }
    }

    /** Says whose a flow's name is from now on. Part of a transaction. */
    static void rename(Session session, String flow, String flowClass) throws SQLException {
        session.update("INSERT OR REPLACE INTO flow (name, class) VALUES (?, ?)", flow, flowClass);
    }

    /** The number of a run, under which the other tables know it. */
    static Optional<Long> number(Session session, RunId run) throws SQLException {
        return session.first("SELECT number FROM run WHERE id = ?", row -> row.getLong(1), run.value());
    }

    static Optional<RunRecord> find(Session session, RunId run) throws SQLException {
        Optional<Row> row = session.first("SELECT " + COLUMNS + " FROM run WHERE id = ?", RunRows::read, run.value());
        return row.isPresent() ? Optional.of(withTags(session, row.get())) : Optional.empty();
    }

    /** The next runs of a query, newest first, before a run; or the first ones. */
    static List<RunRecord> page(Session session, RunQuery query, @Nullable RunId before, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM run WHERE 1");
        List<Object> arguments = new ArrayList<>();
        if (before != null) {
            sql.append(" AND id < ?");
            arguments.add(before.value());
        }
        if (query.flow() != null) {
            sql.append(" AND flow = ?");
            arguments.add(query.flow());
        }
        if (query.status() != null) {
            sql.append(" AND status = ?");
            arguments.add(query.status().name());
        }
        for (String tag : query.tags()) {
            sql.append(" AND EXISTS (SELECT 1 FROM tag WHERE tag.run = run.number AND tag.tag = ?)");
            arguments.add(tag);
        }
        arguments.add(limit);
        List<Row> rows = session.list(sql + " ORDER BY id DESC LIMIT ?", RunRows::read, arguments.toArray());
        List<RunRecord> runs = new ArrayList<>();
        for (Row row : rows) {
            runs.add(withTags(session, row));
        }
        return runs;
    }

    /** Part of a transaction, as all that follow. */
    static void finish(
            Session session,
            long run,
            RunStatus status,
            Instant at,
            @Nullable TaskId failedTask,
            @Nullable FailureRecord failure)
            throws SQLException {
        session.update(
                "UPDATE run SET status = ?, finished = ?, failed_task = ?, failure = ? WHERE number = ? AND status = ?",
                status.name(),
                at.toString(),
                text(failedTask),
                failure(failure),
                run,
                RunStatus.RUNNING.name());
    }

    static void heartbeat(Session session, long run, Instant at) throws SQLException {
        session.update("UPDATE run SET heartbeat = ? WHERE number = ?", at.toString(), run);
    }

    static void tag(Session session, long run, Set<String> add, Set<String> remove) throws SQLException {
        for (String tag : add) {
            session.update("INSERT OR IGNORE INTO tag (run, tag) VALUES (?, ?)", run, tag);
        }
        for (String tag : remove) {
            session.update("DELETE FROM tag WHERE run = ? AND tag = ?", run, tag);
        }
    }

    static boolean delete(Session session, long run) throws SQLException {
        for (String table : List.of("task", "log", "file", "tag")) {
            session.update("DELETE FROM " + table + " WHERE run = ?", run);
        }
        return session.update("DELETE FROM run WHERE number = ?", run) > 0;
    }

    static boolean exists(Session session, long run) throws SQLException {
        return session.number("SELECT count(*) FROM run WHERE number = ?", run) > 0;
    }

    private record Row(RunRecord run, long number) {}

    private static Row read(ResultSet row) throws SQLException {
        String finished = row.getString(6);
        String failedTask = row.getString(13);
        byte[] failure = row.getBytes(14);
        return new Row(
                new RunRecord(
                        new RunId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        RunStatus.valueOf(row.getString(4)),
                        Instant.parse(row.getString(5)),
                        finished == null ? null : Instant.parse(finished),
                        Instant.parse(row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        Set.of(),
                        ArtifactsFormat.read(RecordReader.of(row.getBytes(12))),
                        failedTask == null ? null : TaskId.parse(failedTask),
                        failure == null ? null : FailureFormat.read(RecordReader.of(failure))),
                row.getLong(15));
    }

    private static RunRecord withTags(Session session, Row row) throws SQLException {
        return row.run()
                .withTags(Set.copyOf(
                        session.list("SELECT tag FROM tag WHERE run = ?", tag -> tag.getString(1), row.number())));
    }

    private static byte[] artifacts(Map<String, ArtifactRef> artifacts) {
        RecordWriter writer = new RecordWriter();
        ArtifactsFormat.write(writer, artifacts);
        return writer.finish();
    }

    private static byte @Nullable [] failure(@Nullable FailureRecord failure) {
        if (failure == null) {
            return null;
        }
        RecordWriter writer = new RecordWriter();
        FailureFormat.write(writer, failure);
        return writer.finish();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
