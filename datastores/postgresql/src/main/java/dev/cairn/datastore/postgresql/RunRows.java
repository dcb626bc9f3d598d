package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Exclusive;
import dev.cairn.datastore.support.RecordReader;
import dev.cairn.datastore.support.RecordWriter;
import dev.cairn.datastore.support.StoredRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables {@code run}, {@code owner} and {@code heartbeat}. */
final class RunRows {
    static final long FIRST_EPOCH = 1;

    private static final String SELECT =
            "SELECT r.number, r.id, r.flow, r.status, r.record, h.record, o.epoch FROM run r"
                    + " LEFT JOIN heartbeat h ON h.run = r.number LEFT JOIN owner o ON o.run = r.number ";

    private RunRows() {}

    static Optional<StoredRun> find(Session session, RunId run) throws SQLException {
        return session.first(SELECT + "WHERE r.id = ?", RunRows::read, run.value());
    }

    static Optional<StoredRun> find(Session session, long number) throws SQLException {
        return session.first(SELECT + "WHERE r.number = ?", RunRows::read, number);
    }

    /** The next runs of a flow and a status, newest first, before a run; or the first ones. Tags are not looked at. */
    static List<StoredRun> page(Session session, RunQuery query, @Nullable RunId before, int limit)
            throws SQLException {
        String flow = query.flow() == null ? null : FlowRows.stored(query.flow());
        return session.list(
                SELECT + "WHERE (?::text IS NULL OR r.id < ?) AND (?::text IS NULL OR r.flow = ?)"
                        + " AND (?::smallint IS NULL OR r.status = ?) ORDER BY r.id DESC LIMIT ?",
                RunRows::read,
                before == null ? null : before.value(),
                before == null ? null : before.value(),
                flow,
                flow,
                query.status() == null ? null : query.status().ordinal(),
                query.status() == null ? null : query.status().ordinal(),
                limit);
    }

    private static StoredRun read(ResultSet row) throws SQLException {
        String id = row.getString(2);
        try {
            long number = row.getLong(1);
            RunRecord run = RunFormat.read(number, row.getBytes(5), heartbeat(number, row.getBytes(6)));
            boolean inPlace = run.id().value().equals(id)
                    && FlowRows.stored(run.flow()).equals(row.getString(3))
                    && run.status().ordinal() == row.getInt(4);
            long epoch = row.getLong(7);
            if (!inPlace || epoch < FIRST_EPOCH) {
                throw new DamagedRecordException("its columns are not what was written");
            }
            return new StoredRun(run, number, epoch);
        } catch (DamagedRecordException e) {
            throw damaged(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw damaged(id, "it is not what was written");
        }
    }

    private static DamagedRecordException damaged(@Nullable String id, String how) {
        return new DamagedRecordException("the record of run " + id + " is damaged: " + how);
    }

    private static byte[] heartbeat(long number, Instant at) {
        RecordWriter writer = new RecordWriter();
        writer.number(number);
        writer.time(at);
        return writer.finish();
    }

    private static Instant heartbeat(long number, byte[] record) {
        RecordReader reader = RecordReader.of(record);
        if (reader.number() != number) {
            throw new DamagedRecordException("its heartbeat is that of another run");
        }
        return reader.time();
    }

    /** Stores a run; false if its id is in use. Part of a transaction, as all that follow. */
    static boolean create(Session session, RunRecord run) throws SQLException {
        long number = session.number("SELECT nextval(pg_get_serial_sequence('run', 'number'))");
        int inserted = session.update(
                "INSERT INTO run (number, id, flow, status, record) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                number,
                run.id().value(),
                FlowRows.stored(run.flow()),
                run.status().ordinal(),
                RunFormat.write(number, run));
        if (inserted > 0) {
            session.update("INSERT INTO owner (run, epoch) VALUES (?, ?)", number, FIRST_EPOCH);
            session.update(
                    "INSERT INTO heartbeat (run, record) VALUES (?, ?)", number, heartbeat(number, run.heartbeatAt()));
        }
        return inserted > 0;
    }

    /** Changes a run. */
    @FunctionalInterface
    interface Change {
        RunRecord of(RunRecord run);
    }

    /** Changes what may change of a run that is there. Others who change it wait. */
    static void change(Session session, long number, Change change) throws SQLException {
        session.number("SELECT number FROM run WHERE number = ? FOR UPDATE", number);
        RunRecord before = find(session, number).orElseThrow().record();
        RunRecord after = change.of(before);
        if (!after.equals(before)) {
            session.update(
                    "UPDATE run SET status = ?, record = ? WHERE number = ?",
                    after.status().ordinal(),
                    RunFormat.write(number, after),
                    number);
            if (!after.heartbeatAt().equals(before.heartbeatAt())) {
                heartbeatAt(session, number, after.heartbeatAt());
            }
        }
    }

    static void heartbeatAt(Session session, long number, Instant at) throws SQLException {
        session.update("UPDATE heartbeat SET record = ? WHERE run = ?", heartbeat(number, at), number);
    }

    /** Gives a run to its next owner; the new epoch. */
    static long takeOver(Session session, long number) throws SQLException {
        return session.number("UPDATE owner SET epoch = epoch + 1 WHERE run = ? RETURNING epoch", number);
    }

    /** The numbers of the runs of some flows that are running. */
    static List<Long> running(Session session, Set<String> flows) throws SQLException {
        return session.list(
                "SELECT number FROM run WHERE status = ? AND flow = ANY(?)",
                row -> row.getLong(1),
                RunStatus.RUNNING.ordinal(),
                stored(flows));
    }

    /** The runs that concern an exclusive one, newest first; their owners are locked. */
    static List<StoredRun> running(Session session, Exclusive exclusive) throws SQLException {
        return session.list(
                SELECT + "WHERE r.status = ? AND r.flow = ANY(?) ORDER BY r.id DESC",
                RunRows::read,
                RunStatus.RUNNING.ordinal(),
                stored(exclusive.flows()));
    }

    private static Session.Column stored(Set<String> flows) {
        return Session.Column.ofTexts(flows.stream().map(FlowRows::stored).toList());
    }

    /** Removes a run, so that nobody finds anything of it; its other rows are removed by and by. */
    static void delete(Session session, long number) throws SQLException {
        session.update("INSERT INTO deleted (run) VALUES (?) ON CONFLICT DO NOTHING", number);
        session.update("DELETE FROM heartbeat WHERE run = ?", number);
        session.update("DELETE FROM owner WHERE run = ?", number);
        session.update("DELETE FROM run WHERE number = ?", number);
    }
}
