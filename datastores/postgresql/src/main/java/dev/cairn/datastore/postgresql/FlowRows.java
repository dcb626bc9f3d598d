package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.DatastoreException;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The table {@code flow}: which class may use a name. Its methods are part of a transaction. */
final class FlowRows {
    private FlowRows() {}

    /**
     * Says that a class uses a name.
     *
     * @throws DatastoreException if another class uses it
     */
    static void use(Session session, String flow, String flowClass) throws SQLException {
        String user = session.first(
                        "INSERT INTO flow (name, class) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET class = flow.class"
                                + " RETURNING class",
                        row -> row.getString(1),
                        stored(flow),
                        stored(flowClass))
                .orElseThrow();
        if (!user.equals(stored(flowClass))) {
            throw DatastoreException.flowNameInUse(flow, flowClass, user);
        }
    }

    /** A name as a column of text can have it: PostgreSQL knows no character 0. */
    static String stored(String name) {
        return name.replace("\\", "\\\\").replace("\0", "\\0");
    }

    /** Says whose a flow's name is from now on. */
    static void rename(Session session, String flow, String flowClass) throws SQLException {
        session.update(
                "INSERT INTO flow (name, class) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET class = excluded.class",
                stored(flow),
                stored(flowClass));
    }

    /** Lets nobody else create an exclusive run under one of these names before the end of the transaction. */
    static void lock(Session session, Set<String> flows) throws SQLException {
        for (String flow : new TreeSet<>(flows)) { // in an order, so that no two wait for each other
            session.number(
                    "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema || '.' || ?, 0))",
                    stored(flow));
        }
    }
}
