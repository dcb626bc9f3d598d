package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RecordWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code flow}: which class may use a name, and how many runs there have to be. */
final class FlowRows {
    private FlowRows() {}

    private record FlowRow(String name, String flowClass, long runs) {
        static FlowRow read(ResultSet row) throws SQLException {
            FlowRow read = new FlowRow(row.getString(1), row.getString(2), row.getLong(3));
            if (!Checksums.agree(row.getLong(4), read.checksum())) {
                throw new DamagedRecordException(
                        "the record of flow " + read.name + " is damaged: its checksum is wrong");
            }
            return read;
        }

        long checksum() {
            RecordWriter writer = new RecordWriter();
            writer.text(name);
            writer.text(flowClass);
            writer.number(runs);
            return writer.checksum();
        }
    }

    private static Optional<FlowRow> find(Session session, String flow) throws SQLException {
        return session.first("SELECT name, class, runs, checksum FROM flow WHERE name = ?", FlowRow::read, flow);
    }

    /** @throws DatastoreException if another class uses the name */
    static void requireClass(Session session, String flow, String flowClass) throws SQLException {
        String user = find(session, flow).map(FlowRow::flowClass).orElse(flowClass);
        if (!user.equals(flowClass)) {
            throw DatastoreException.flowNameInUse(flow, flowClass, user);
        }
    }

    /** How many runs a flow has; {@link Checksums#NONE} where nobody counted. */
    static long runs(Session session, String flow) throws SQLException {
        return find(session, flow).map(FlowRow::runs).orElse(0L);
    }

    /** Says whose a flow's name is from now on. Part of a transaction. */
    static void rename(Session session, String flow, String flowClass) throws SQLException {
        store(session, new FlowRow(flow, flowClass, runs(session, flow)));
    }

    /** Adds to the number of its runs. Part of a transaction. */
    static void count(Session session, String flow, @Nullable String flowClass, int added) throws SQLException {
        Optional<FlowRow> before = find(session, flow);
        String user =
                flowClass != null ? flowClass : before.map(FlowRow::flowClass).orElse("");
        store(session, new FlowRow(flow, user, before.map(FlowRow::runs).orElse(0L) + added));
    }

    /** Stores a flow as it is known to be. Part of a transaction. */
    static void restore(Session session, String flow, String flowClass, long runs) throws SQLException {
        store(session, new FlowRow(flow, flowClass, runs));
    }

    private static void store(Session session, FlowRow row) throws SQLException {
        session.update(
                "INSERT OR REPLACE INTO flow (name, class, runs, checksum) VALUES (?, ?, ?, ?)",
                row.name(),
                row.flowClass(),
                row.runs(),
                row.checksum());
    }
}
