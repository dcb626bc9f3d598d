package dev.cairn.datastore.postgresql;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one row of the table {@code store}.
 *
 * @param id random; no two datastores have the same
 * @param version the version of the tables
 * @param blobs where large blobs are, or null if they are in the table {@code part}
 */
record StoreRow(String id, int version, @Nullable String blobs) {
    /** What the column {@code program} says in all versions. */
    static final String PROGRAM = "Cairn";

    static Optional<StoreRow> find(Session session) throws SQLException {
        return session.first(
                "SELECT id, version, blobs FROM store WHERE program = ?",
                row -> new StoreRow(row.getString(1), row.getInt(2), row.getString(3)),
                PROGRAM);
    }

    void store(Session session) throws SQLException {
        session.update(
                "INSERT INTO store (number, program, id, version, blobs) VALUES (1, ?, ?, ?, ?)",
                PROGRAM,
                id,
                version,
                blobs);
    }
}
