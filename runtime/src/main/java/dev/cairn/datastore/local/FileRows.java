package dev.cairn.datastore.local;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code file}: the blobs that runs keep under keys. */
final class FileRows {
    private static final String COLUMNS = "SELECT key, address, size, stored FROM file ";

    private FileRows() {}

    /** Part of a transaction. */
    static void put(Session session, long run, FileRecord file) throws SQLException {
        session.update(
                "INSERT OR REPLACE INTO file (run, key, address, size, stored) VALUES (?, ?, ?, ?, ?)",
                run,
                file.key(),
                file.content().address().toBytes(),
                file.content().size(),
                file.storedAt().toString());
    }

    static Optional<FileRecord> find(Session session, long run, String key) throws SQLException {
        return session.first(COLUMNS + "WHERE run = ? AND key = ?", FileRows::read, run, key);
    }

    /** The files from a key on, sorted by key. */
    static List<FileRecord> from(Session session, long run, String key, int limit) throws SQLException {
        return session.list(
                COLUMNS + "WHERE run = ? AND key >= ? ORDER BY key LIMIT ?", FileRows::read, run, key, limit);
    }

    private static FileRecord read(ResultSet row) throws SQLException {
        BlobInfo content = new BlobInfo(Address.ofBytes(row.getBytes(2)), row.getLong(3));
        return new FileRecord(row.getString(1), content, Instant.parse(row.getString(4)));
    }
}
